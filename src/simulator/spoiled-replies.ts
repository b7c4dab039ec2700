import type { Spoiled } from './faults.ts';
import type { CloudReply } from './simulator.ts';

const page =
  '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>' +
  '<body><center><h1>502 Bad Gateway</h1></center><hr><center>gateway</center></body></html>\n';

const hugeBytes = 32 * 1024 * 1024;

/** The reply as the ordered fault leaves it. */
export function spoil(reply: CloudReply, { spoiling, code }: Spoiled): CloudReply {
  switch (spoiling) {
    case 'html':
      return { status: code ?? 502, headers: { 'content-type': 'text/html' }, body: page };
    case 'truncate':
      return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) };
    case 'huge':
      return { ...reply, body: `{"padding":"${'x'.repeat(hugeBytes)}",${reply.body.slice(1)}` };
    case 'lost-reply':
    case undefined:
      return reply;
  }
}
