import type * as z from 'zod/mini';
import { definitionOf } from '../contract/common.ts';
import type { AnyOperation } from '../contract/operation.ts';
import type { Spoiled } from './faults.ts';
import type { CloudReply } from './simulator.ts';

const page =
  '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>' +
  '<body><center><h1>502 Bad Gateway</h1></center><hr><center>gateway</center></body></html>\n';

const hugeBytes = 32 * 1024 * 1024;

/** A status that the cloud may have one day. */
export const novelStatus = 'hibernating';

/** The reply as the ordered fault leaves it. */
export function spoil(
  reply: CloudReply,
  { spoiling, fault }: Spoiled,
  { output }: AnyOperation,
): CloudReply {
  switch (spoiling) {
    case 'html':
      return { status: fault?.code ?? 502, headers: { 'content-type': 'text/html' }, body: page };
    case 'truncate':
      return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) };
    case 'huge':
      return {
        ...reply,
        body: `{"padding":"${'x'.repeat(fault?.bytes ?? hugeBytes)}",${reply.body.slice(1)}`,
      };
    case 'bare':
      return { ...reply, body: JSON.stringify(bare(JSON.parse(reply.body), output)) };
    case 'reword': {
      const { members = ['status'], text = novelStatus } = fault ?? {};
      return { ...reply, body: reworded(reply.body, members, text) };
    }
    case 'lost-reply':
    case undefined:
      return reply;
  }
}

/** Of the things a result speaks of, what the contract says is always there. */
function bare({ result, ...rest }: { result?: object }, output: z.core.$ZodType): object {
  if (!result) return rest;
  const members = Object.entries(result).map(([name, value]: [string, unknown]) => {
    const schema = membersOf(output)[name];
    return [name, schema ? required(value, schema) : value];
  });
  return { ...rest, result: Object.fromEntries(members) };
}

function required(value: unknown, schema: z.core.$ZodType): unknown {
  const def = definitionOf(schema);
  if ('innerType' in def) return required(value, def.innerType);
  if (def.type === 'array' && Array.isArray(value)) {
    return value.map((one) => required(one, def.element));
  }
  if (def.type !== 'object' || typeof value !== 'object' || value === null) return value;
  const known = membersOf(schema);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]: [string, unknown]) => {
      const member = known[name];
      return member && definitionOf(member).type !== 'optional'
        ? [[name, required(one, member)]]
        : [];
    }),
  );
}

function membersOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const def = definitionOf(schema);
  if ('innerType' in def) return membersOf(def.innerType);
  return def.type === 'object' ? def.shape : {};
}

/** What an error says in members of these names is left. */
function reworded(body: string, members: readonly string[], text: string): string {
  return JSON.stringify(
    JSON.parse(body, function (this: object, name: string, value: unknown) {
      const isMeant = members.includes(name) && typeof value === 'string' && !('code' in this);
      return isMeant ? text : value;
    }),
  );
}
