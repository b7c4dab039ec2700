import * as z from 'zod/mini';
import { filtersOf, model, Nothing, paging, regionId, resourceId, secret } from './common.ts';
import { type FilterTable, instanceReads, read, write } from './operation.ts';
import { keyName } from './rules.ts';

export const Keypair = model({
  keyName: z.string(),
  /** MD5 in RFC 4716 form (colon-separated hex) */
  keyFingerprint: z.optional(z.string()),
  /** YYYY-MM-DD HH:mm:ss */
  createTime: z.optional(z.string()),
  instanceIds: z.optional(z.array(z.string())),
});
export type Keypair = z.infer<typeof Keypair>;

/**
 * - Linux instances only
 * - One key pair per instance; a deleted key frees the slot
 */
export const attachKeypair = write({
  name: 'attachKeypair',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/keypairs/{keyName}:attach',
  input: z.strictObject({
    regionId,
    keyName: resourceId,
    instanceIds: z.array(z.string()),
    /** Yes keeps SSH password login, no disables it; note capital W in the name */
    passWordAuth: z.enum(['yes', 'no']),
  }),
  output: model({
    /** Array of ids despite the singular name */
    successInstanceId: z.optional(z.array(z.string())),
    /** Array of ids despite the singular name */
    failInstanceId: z.optional(z.array(z.string())),
  }),
  touches: [...instanceReads, 'describeKeypairs'],
  extra: true,
});

export const createKeypair = write({
  name: 'createKeypair',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/keypairs',
  input: z.strictObject({
    regionId,
    /** Unique per account */
    keyName: keyName,
  }),
  output: model({
    keyName: z.optional(z.string()),
    /** PEM text, unencrypted; PKCS#8 per the API text; returned once only */
    privateKey: z.optional(secret(z.string())),
    /** MD5 in RFC 4716 form (colon-separated hex) */
    keyFingerprint: z.optional(z.string()),
  }),
  touches: ['describeKeypairs', 'describeQuotas'],
});

/**
 * - Instances keep working with the private key and still show the key name
 * - Linked instance templates, and availability groups on them, become unusable
 */
export const deleteKeypair = write({
  name: 'deleteKeypair',
  service: 'vm',
  method: 'DELETE',
  path: '/v1/regions/{regionId}/keypairs/{keyName}',
  input: z.strictObject({
    regionId,
    keyName: resourceId,
  }),
  output: Nothing,
  touches: [
    'describeKeypairs',
    'describeQuotas',
    'describeInstances',
    'describeInstance',
    'verifyInstanceTemplate',
  ],
});

/** What `describeKeypairs` may be filtered by, and how a value is compared. */
export const keypairsFilters = {
  keyNames: 'exact',
} as const satisfies FilterTable;

/**
 * - Filters combine with AND
 */
export const describeKeypairs = read({
  name: 'describeKeypairs',
  service: 'vm',
  method: 'GET',
  path: '/v1/regions/{regionId}/keypairs',
  input: z.strictObject({
    regionId,
    ...paging,
    filters: z.optional(filtersOf(keypairsFilters)),
  }),
  output: model({
    keypairs: z.optional(z.array(Keypair)),
    totalCount: z.optional(z.number()),
  }),
  filters: keypairsFilters,
});

export const detachKeypair = write({
  name: 'detachKeypair',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/keypairs/{keyName}:detach',
  input: z.strictObject({
    regionId,
    keyName: resourceId,
    instanceIds: z.array(z.string()),
  }),
  output: model({
    /** Array of ids despite the singular name */
    successInstanceId: z.optional(z.array(z.string())),
    /** Array of ids despite the singular name */
    failInstanceId: z.optional(z.array(z.string())),
  }),
  touches: [...instanceReads, 'describeKeypairs'],
  extra: true,
});

export const importKeypair = write({
  name: 'importKeypair',
  service: 'vm',
  method: 'POST',
  path: '/v1/regions/{regionId}/keypairs:import',
  input: z.strictObject({
    regionId,
    /** Unique per account */
    keyName: keyName,
    /** OpenSSH form, e.g. ssh-rsa ... */
    publicKey: z.string(),
  }),
  output: model({
    keyName: z.optional(z.string()),
    /** MD5 in RFC 4716 form (colon-separated hex) */
    keyFingerprint: z.optional(z.string()),
  }),
  touches: ['describeKeypairs', 'describeQuotas'],
});
