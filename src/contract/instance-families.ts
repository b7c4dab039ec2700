import type { InstanceType } from './instance-types.ts';
import type { Language, Sentence } from './words.ts';

/**
 * What the first part of a type's name says it is made for, as the vendor's tables of types call it
 * (`<class>.<line><generation>.<size>`, such as `g.n4.xlarge`).
 */
const classes: Readonly<Record<string, Sentence>> = {
  g: { 'zh-CN': '通用', 'en-US': 'General' },
  c: { 'zh-CN': '计算优化', 'en-US': 'Compute' },
  m: { 'zh-CN': '内存优化', 'en-US': 'Memory' },
  h: { 'zh-CN': '高频计算', 'en-US': 'High frequency' },
  t: { 'zh-CN': '突发性能', 'en-US': 'Burstable' },
  s: { 'zh-CN': '存储优化', 'en-US': 'Storage' },
  p: { 'zh-CN': 'GPU', 'en-US': 'GPU' },
};

/** The class of a type by its name, such as `g`. */
export function classOf({ instanceType }: Pick<InstanceType, 'instanceType'>): string {
  return instanceType.split('.')[0] ?? '';
}

/** A class for people; one that is not documented goes by its letter. */
export function classWord(id: string, language: Language): string {
  return Object.entries(classes).find(([letter]) => letter === id)?.[1][language] ?? id;
}
