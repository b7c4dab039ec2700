import { wordArea } from '../words/area.ts';

/** What is said to whoever is not signed in. */
export const signInWords = wordArea({
  'en-US': async () => (await import('../words/en-US/sign-in.ts')).signIn,
  'zh-CN': async () => (await import('../words/zh-CN/sign-in.ts')).signIn,
});
