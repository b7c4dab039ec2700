import { expect, test } from 'vitest';
import type { AuditEntry } from '../../contract/audit.ts';
import { audit } from '../words/en-US/audit.ts';
import { auditListFor } from './list.ts';

const entry: AuditEntry = {
  at: 0,
  time: '2026-01-02T03:04:05.000Z',
  who: 'ABCD…0001',
  from: '192.0.2.1',
  operation: 'stopInstance',
  outcome: 'done',
  status: 200,
  ms: 7,
};

test('of people who share a key pair each is told by name, and found by it', () => {
  const who = auditListFor(audit).fields.find(({ id }) => id === 'who');
  expect(who?.read(entry, 'is')).toEqual(['ABCD…0001']);
  expect(who?.read({ ...entry, person: 'Wang Wei' }, 'is')).toEqual(['Wang Wei']);
});
