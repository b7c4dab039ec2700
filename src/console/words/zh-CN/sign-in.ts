import type { signIn as english } from '../en-US/sign-in.ts';

export const signIn: typeof english = {
  title: '登录 VM Console',
  again: '重新登录',
  keyHint: '请使用京东云的 Access Key 登录，可执行的操作由该密钥的权限决定。',
  endedHint: '会话已结束。使用同一密钥登录后，一切照旧继续。',
  accessKey: 'Access Key ID',
  secretKey: 'Access Key Secret',
  sessionToken: 'Session Token',
  sessionTokenHint: '仅临时密钥需要填写。',
  missing: '请填写此项。',
  notAKey: '含有空格或密钥中不会出现的字符，请重新复制。',
  where: '密钥加密后只保存在脚本无法读取的 Cookie 中，不存于别处。',
  submit: '登录',
  wrong: '云端不接受此密钥。请检查两部分是否正确，以及密钥是否已被禁用。',
  tooMany: '尝试次数过多，请一分钟后再试。',
  linkTitle: '请打开终端中的登录链接',
  linkHint:
    '控制台启动时会在终端打印登录链接。请在此浏览器中打开最新的一条；每条链接只能使用一次，使用后会打印下一条。',
  linkCheck: '我已打开',
  linkNotYet: '尚未登录。',
  profiles: '凭据（profile）',
  signedInWith: (account) => `使用 ${account} 登录`,
  anotherTitle: '当前使用的是其他账号',
  anotherHint: (mine, now) =>
    `本页使用 ${mine} 打开，而此浏览器当前使用 ${now}，因此本页不再发送任何请求。`,
  somebody: '其他账号',
  reload: '重新加载本页',
  back: (mine) => `继续使用 ${mine}`,
};
