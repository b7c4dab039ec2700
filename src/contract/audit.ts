import * as z from 'zod/mini';

/** GET: what was written with the caller's own key pair. Answered where the console keeps an audit file. */
export const auditPath = '/audit';

const auditOutcomes = ['done', 'refused', 'unknown'] as const;

/** One write: who did what to which resource, from where, and what became of it. No secret, by the contract's marks. */
export const AuditLine = z.object({
  /** UTC, at the start. */
  time: z.string(),
  /** A digest of the access key: whose line this is. Absent, as `who` is, where it was refused before anybody asked. */
  key: z.optional(z.string()),
  /** The access key, in part. */
  who: z.optional(z.string()),
  /** The name of the console's own key pair, where it is one. */
  profile: z.optional(z.string()),
  /** The person, where an identity provider knows one: its id for them, and a name for people. */
  subject: z.optional(z.string()),
  person: z.optional(z.string()),
  /** The address the request came from. */
  from: z.string(),
  operation: z.string(),
  region: z.optional(z.string()),
  resource: z.optional(z.string()),
  /** Ids the cloud gave to what was made. */
  made: z.optional(z.array(z.string())),
  /** What was asked for, secrets left out; absent where it did not fit. */
  input: z.optional(z.unknown()),
  outcome: z.enum(auditOutcomes),
  /** HTTP status, and the error's word. */
  status: z.number(),
  word: z.optional(z.string()),
  requestId: z.optional(z.string()),
  ms: z.number(),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** A line as it is read back. */
export const AuditEntry = z.extend(z.omit(AuditLine, { key: true }), {
  /** Where in the file it begins. */
  at: z.number(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Which lines are wanted. */
export const AuditQuery = z.strictObject({
  /** Only what stands before this place in the file. */
  before: z.optional(z.int().check(z.gte(0))),
  /** Only what is not older than this. */
  since: z.optional(z.iso.datetime()),
  /** Each is somewhere in the line, whatever the case; of several lines of text one will do. */
  has: z.array(z.string().check(z.minLength(1), z.maxLength(1_000))).check(z.maxLength(20)),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** Some entries, newest first. */
export const AuditPage = z.object({
  entries: z.array(AuditEntry),
  /** There may be older ones: `before` of the question for them. */
  older: z.optional(z.number()),
});
export type AuditPage = z.infer<typeof AuditPage>;
