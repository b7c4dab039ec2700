import { infiniteQueryOptions } from '@tanstack/react-query';
import { AuditPage, auditPath } from '../../contract/audit.ts';
import { CloudError, readReply } from '../../contract/envelope.ts';
import type { Transport } from '../api/client.ts';
import type { ListSearch } from '../kit/list/search.ts';

/** The part of a search that is looked for in all of the file; the list itself applies the rest to what is found. */
interface Wanted {
  /** Each of these, one after the other, is in the entry: any of its lines. */
  has: readonly string[];
  /** Not older; nothing = however old. */
  days: number | undefined;
}

/** What a line must hold to be in the list, as far as its text tells. */
export function wantedBy({ text, filters }: Pick<ListSearch, 'text' | 'filters'>): Wanted {
  const within = filters.find(({ operator }) => operator === 'within');
  const worded = filters.filter(({ operator }) => operator === 'is' || operator === 'has');
  return {
    has: [...text.split(/\s+/).filter(Boolean), ...worded.map(({ values }) => values.join('\n'))],
    days: within && Math.max(...within.values.map(Number)),
  };
}

const readAudit = { name: 'readAudit', kind: 'read', output: AuditPage } as const;

/** The audit file from its end backwards. @param send asks the proxy, whoever has to sign in first */
export function auditOptions(send: Transport, wanted: Wanted) {
  return infiniteQueryOptions({
    queryKey: [readAudit.name, wanted],
    initialPageParam: undefined as number | undefined, // the type of those that follow, too
    getNextPageParam: ({ older }: AuditPage) => older,
    queryFn: async ({ pageParam, signal }) => {
      const url = `${auditPath}?${queryOf(wanted, pageParam)}`;
      const response = await send(new Request(url, { signal })).catch((cause: unknown) => {
        if (signal.aborted) throw cause;
        const failure = { code: 0, status: 'UNREACHABLE', message: String(cause) };
        throw new CloudError({ operation: readAudit.name, ...failure });
      });
      const reply = { status: response.status, text: await response.text() };
      return readReply(readAudit, reply).result;
    },
  });
}

function queryOf({ has, days }: Wanted, before: number | undefined): URLSearchParams {
  const query = new URLSearchParams(has.map((words) => ['has', words]));
  if (before !== undefined) query.set('before', String(before));
  if (days !== undefined) query.set('since', new Date(Date.now() - days * dayMs).toISOString());
  return query;
}

export const dayMs = 86_400_000;
