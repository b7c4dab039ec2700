import { expect, test } from 'vitest';
import { words } from '../../words/en-US/index.ts';
import type { Column } from './definition.ts';
import { csvCell, fileName, toCsv } from './export.ts';

test.each([
  ['web-1', 'web-1'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['=cmd|"/c calc",1', '"\'=cmd|""/c calc"",1"'],
  ['', ''],
])('%j is written %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test('a file has a head, a row per item and a mark for Excel', () => {
  const column = (id: 'name' | 'zone'): Column<{ name: string; zone: string }> => ({
    id,
    label: ({ instances }) => instances.columns[id],
    width: 1,
    shown: 'always',
    Cell: () => null,
    text: (item) => item[id],
  });
  const csv = toCsv([{ name: '订单', zone: 'A' }], [column('name'), column('zone')], {
    words,
    language: 'en-US',
    region: 'cn-north-1',
  });
  expect(csv).toBe('\uFEFFName,Zone\r\n订单,A\r\n');
});

test('the name of a file says what, where and when', () => {
  expect(fileName('instances', 'cn-north-1', new Date(2026, 10, 4, 4, 12), 'csv')).toBe(
    'instances-cn-north-1-20261104-0412.csv',
  );
});
