import type { InstanceStatus } from './statuses.ts';

export const languages = ['zh-CN', 'en-US'] as const;
export type Language = (typeof languages)[number];

/** The same sentence in every language of the product. */
export type Sentence = Readonly<Record<Language, string>>;

export const statusWords: Readonly<Record<InstanceStatus, Sentence>> = {
  pending: { 'zh-CN': '创建中', 'en-US': 'Creating' },
  starting: { 'zh-CN': '启动中', 'en-US': 'Starting' },
  running: { 'zh-CN': '运行中', 'en-US': 'Running' },
  stopping: { 'zh-CN': '停止中', 'en-US': 'Stopping' },
  stopped: { 'zh-CN': '已停止', 'en-US': 'Stopped' },
  rebooting: { 'zh-CN': '重启中', 'en-US': 'Rebooting' },
  rebuilding: { 'zh-CN': '重置中', 'en-US': 'Rebuilding' },
  resizing: { 'zh-CN': '调整配置中', 'en-US': 'Resizing' },
  deleting: { 'zh-CN': '删除中', 'en-US': 'Deleting' },
  error: { 'zh-CN': '错误', 'en-US': 'Error' },
};

/** An instance status for people; one that is not documented is shown as it came. */
export function statusWord(status: string, language: Language): string {
  return Object.hasOwn(statusWords, status)
    ? statusWords[status as InstanceStatus][language] // hasOwn has just said so
    : status;
}
