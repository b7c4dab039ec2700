import type { Words } from '../en-US/index.ts';

export const errors: Words['errors'] = {
  busy: '被另一项任务占用，稍后重试。',
  sameUnderWay: '同样的操作正在进行，可能在另一个标签页里。',
  rateLimit: '云端认为请求过于频繁。',
  quota: '配额已用完。',
  unauthenticated: '云端不接受当前凭据。',
  forbidden: '当前凭据没有这项操作的权限。',
  notFound: '已经不存在。',
  unreachable: '控制台的服务没有响应。',
  offline: '本机没有连上网络。',
  cloudUnreachable: '控制台服务无法连接云端，请求未发出。',
  serverBroken: '控制台的服务出错，原因见它的日志。',
  unknownOutcome: '没有收到答复，操作可能已经生效。',
  malformed: '云端的答复不符合约定。',
  soldOut: '云端暂时没有足够的资源。',
  statusChanged: '请求到达时，它的状态已经改变。',
  cloudBroken: '云端出现故障，请稍后重试。',
  requestId: '请求',
  copyRequestId: '复制请求 ID',
};
