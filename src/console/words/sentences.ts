import type { Sentence } from '../../contract/words.ts';

/** Reasons that data give before a language is known. Rules of the cloud have theirs in the contract. */
export const onlyFailedAgain: Sentence = {
  'zh-CN': '只有失败的操作可以重试。',
  'en-US': 'Only what failed can be tried again.',
};

export const deleteAnew: Sentence = {
  'zh-CN': '删除需要在实例上重新确认。',
  'en-US': 'A delete is confirmed anew, on the instance.',
};

export const noRequestId: Sentence = {
  'zh-CN': '没有请求 ID。',
  'en-US': 'It has no request ID.',
};

export const notShared: Sentence = {
  'zh-CN': '没有共享给任何账号。',
  'en-US': 'It is shared with nobody.',
};

export const onlyImports: Sentence = {
  'zh-CN': '只有失败的导入可以重新导入。',
  'en-US': 'Only a failed import can be asked for again.',
};

export const noImageLeft: Sentence = {
  'zh-CN': '没有留下镜像。',
  'en-US': 'It has left no image.',
};

export const noError: Sentence = {
  'zh-CN': '没有错误信息。',
  'en-US': 'There is no error.',
};

export const noAddress: Sentence = {
  'zh-CN': '没有 IP 地址。',
  'en-US': 'It has no address.',
};

export const noSsh: Sentence = {
  'zh-CN': 'Windows 实例请使用远程桌面。',
  'en-US': 'Windows: use remote desktop.',
};

export const onNoInstance: Sentence = {
  'zh-CN': '没有实例绑定此密钥对。',
  'en-US': 'No instance has it.',
};

export const soldOutHere: Sentence = {
  'zh-CN': '此地域所有可用区均售罄。',
  'en-US': 'Sold out in every zone of this region.',
};
