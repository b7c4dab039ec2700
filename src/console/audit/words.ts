import { wordArea } from '../words/area.ts';

/** What the page that reads the audit file says. */
export const auditWords = wordArea({
  'en-US': async () => (await import('../words/en-US/audit.ts')).audit,
  'zh-CN': async () => (await import('../words/zh-CN/audit.ts')).audit,
});
export type AuditWords = ReturnType<typeof auditWords.useWords>;
