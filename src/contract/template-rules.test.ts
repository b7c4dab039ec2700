import { describe, expect, test } from 'vitest';
import { deleteTemplateObstacle, templateFinding } from './template-rules.ts';

describe('a template', () => {
  test('is deleted unless an availability group uses it', () => {
    expect(deleteTemplateObstacle({ id: 'it-1', ags: [] })).toBeUndefined();
    const obstacle = deleteTemplateObstacle({ id: 'it-1', ags: [{ id: 'ag-1', name: 'web' }] });
    expect(obstacle?.why['en-US']).toContain('web');
    expect(obstacle?.refusal.message).toContain("'ag-1'");
  });
});

describe('what verifying found', () => {
  const missing = (message: string) => templateFinding({ status: 'NOT_FOUND', message });

  test.each([
    ["KeyPair 'batch-2019' not found", { field: 'keyNames', missing: 'batch-2019' }],
    ["Image 'img-1' not found", { field: 'imageId', missing: 'img-1' }],
    ["SecurityGroups 'sg-1' not found", { field: 'securityGroups', missing: 'sg-1' }],
    ["Snapshot 'snapshot-1' not found", { field: 'snapshotId', missing: 'snapshot-1' }],
  ])('%s', (message, finding) => {
    expect(missing(message)).toEqual(finding);
  });

  test('is an image that cannot be used', () => {
    const failed = { status: 'FAILED_PRECONDITION', message: "Invalid image status 'error'" };
    expect(templateFinding(failed)).toEqual({ field: 'imageId' });
  });

  test('is nothing about a field when the template itself is gone, or all else fails', () => {
    expect(missing("Instance Template 'it-1' not found")).toBeUndefined();
    expect(templateFinding({ status: 'INTERNAL', message: 'Oops' })).toBeUndefined();
  });
});
