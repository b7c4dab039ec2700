import { describe, expect, it } from 'vitest';
import { CloudError, readReply } from './envelope.ts';
import { operations } from './operations.ts';

const reply = (status: number, body: unknown, requestId?: string) => ({
  status,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  requestId,
});

function failure(attempt: () => unknown): CloudError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof CloudError) return error;
  }
  throw new Error('it did not fail');
}

describe('readReply', () => {
  it('gives result and request id, without the explicit nulls of the cloud', () => {
    const answer = readReply(
      operations.describeInstances,
      reply(200, {
        requestId: 'r1',
        result: {
          instances: [{ instanceId: 'i-1', ag: null, novelty: 7, status: 'hibernating' }],
          totalCount: 1,
        },
      }),
    );
    expect(answer).toEqual({
      requestId: 'r1',
      result: {
        instances: [{ instanceId: 'i-1', novelty: 7, status: 'hibernating' }],
        totalCount: 1,
      },
    });
  });

  it.each([{}, { result: null }, { result: {} }])('takes %j for an action', (body) => {
    expect(readReply(operations.startInstance, reply(200, body, 'r2')).requestId).toBe('r2');
  });

  it('throws the cloud’s own words', () => {
    const error = failure(() =>
      readReply(
        operations.stopInstance,
        reply(400, {
          requestId: 'r3',
          error: {
            code: 400,
            status: 'FAILED_PRECONDITION',
            message: 'Conflict with underlay task 7',
          },
        }),
      ),
    );
    expect(error).toMatchObject({
      operation: 'stopInstance',
      code: 400,
      status: 'FAILED_PRECONDITION',
      message: 'Conflict with underlay task 7',
      requestId: 'r3',
      outcome: 'refused',
    });
  });

  it('calls a write that met a 5xx or a page of HTML unknown, a read merely failed', () => {
    const html = reply(502, '<html>', 'r4');
    expect(failure(() => readReply(operations.stopInstance, html)).outcome).toBe('unknown');
    expect(failure(() => readReply(operations.describeInstances, html))).toMatchObject({
      outcome: 'refused',
      requestId: 'r4',
    });
    const internal = reply(500, { error: { code: 500, status: 'INTERNAL', message: 'x' } });
    expect(failure(() => readReply(operations.stopInstance, internal)).outcome).toBe('unknown');
  });

  it('calls a write that was answered with what cannot be read unknown: it has happened', () => {
    const odd = reply(200, { result: { instanceIds: 5 } }, 'r5');
    expect(failure(() => readReply(operations.createInstances, odd))).toMatchObject({
      status: 'MALFORMED_REPLY',
      outcome: 'unknown',
      requestId: 'r5',
    });
  });

  it('names the field of a reply that does not fit at all', () => {
    const error = failure(() =>
      readReply(operations.describeInstances, reply(200, { result: { instances: [{}] } })),
    );
    expect(error).toMatchObject({ status: 'MALFORMED_REPLY', operation: 'describeInstances' });
    expect(error.message).toContain('result.instances.0.instanceId');
  });
});
