import { expect, test } from 'vitest';
import { stopInstance } from '../../contract/instance-actions.ts';
import { ordered, type PlanItem } from './plan.ts';

const item = (name: string, zone: string): PlanItem => ({
  request: {
    operation: stopInstance,
    input: { regionId: 'cn-north-1', instanceId: name },
    resource: { kind: 'instance', id: name, name },
  },
  look: 'ok',
  word: 'Running',
  zone,
});

const items = [item('web-10', 'b'), item('web-2', 'a'), item('web-1', 'b'), item('db-1', 'a')];
const names = (some: readonly PlanItem[]) => some.map(({ request }) => request.resource.name);

test('names count as people count', () => {
  expect(names(ordered(items, 'name'))).toEqual(['db-1', 'web-1', 'web-2', 'web-10']);
  expect(names(ordered(items, 'backwards'))).toEqual(['web-10', 'web-2', 'web-1', 'db-1']);
});

test('zone by zone leaves the second zone alone until the first is through', () => {
  expect(names(ordered(items, 'zone'))).toEqual(['db-1', 'web-2', 'web-1', 'web-10']);
});
