import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';
import { apiRequest, createRig, ok, refused } from './rig.ts';

const instances = '/api/vm/v1/regions/cn-north-1/instances';

test('counts calls by operation and outcome, and how long they took', async () => {
  const metrics = createMetrics('1.2.3');
  const upstream = [ok, refused(400, 'FAILED_PRECONDITION'), refused(400, 'SOMETHING_NEW')];
  const rig = createRig((_, n) => upstream[n] ?? ok, { log: metrics.count });
  await rig.call(`GET ${instances}/i-1`);
  await rig.call(`GET ${instances}/i-2`);
  await rig.call(`GET ${instances}/i-3`);
  await rig.call(`GET ${instances}/nothing/at/all`);
  const text = metrics.text();
  const labels = 'service="vm",operation="describeInstance"';
  for (const line of [
    'vm_console_info{version="1.2.3"} 1',
    `vm_console_calls_total{${labels},outcome="OK"} 1`,
    `vm_console_calls_total{${labels},outcome="FAILED_PRECONDITION"} 1`,
    // A word of the cloud's that nobody knows makes no series of its own.
    `vm_console_calls_total{${labels},outcome="OTHER"} 1`,
    'vm_console_calls_total{service="",operation="",outcome="UNKNOWN_OPERATION"} 1',
    `vm_console_upstream_requests_total{${labels}} 3`,
    `vm_console_call_duration_seconds_bucket{${labels},le="0.05"} 3`,
    `vm_console_call_duration_seconds_bucket{${labels},le="+Inf"} 3`,
    `vm_console_call_duration_seconds_count{${labels}} 3`,
  ]) {
    expect(text.split('\n')).toContain(line);
  }
  expect(text).not.toContain('i-1');
});

test('puts a slow call into the bucket it ended in, and into those above', () => {
  const metrics = createMetrics('1');
  metrics.count({ time: 0, operation: 'x', service: 'vm', status: 200, ms: 1200, attempts: 1 });
  const counts = [...metrics.text().matchAll(/_bucket\{.*le="(.*)"\} (\d+)/g)];
  expect(counts.map(([, end, n]) => `${end}: ${n}`).join(', ')).toBe(
    '0.05: 0, 0.1: 0, 0.25: 0, 0.5: 0, 1: 0, 2.5: 1, 5: 1, 10: 1, 30: 1, +Inf: 1',
  );
  expect(metrics.text()).toContain('_sum{service="vm",operation="x"} 1.2\n');
});

test('knows the calls under way', async () => {
  const metrics = createMetrics('1');
  let during = '';
  const rig = createRig(() => {
    during = metrics.text();
    return ok;
  });
  const proxy = metrics.watched(rig.proxy);
  await proxy(apiRequest('GET', `${instances}/i-1`, {}));
  expect(during).toContain('vm_console_calls_in_flight 1\n');
  expect(metrics.text()).toContain('vm_console_calls_in_flight 0\n');
});
