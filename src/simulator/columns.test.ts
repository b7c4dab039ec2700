import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Columns, type Field } from './columns.ts';

interface Thing {
  name: string;
  size?: number;
  tags: string[];
}

type Things = Map<string, Thing>;

const fields: Record<string, Field<Thing, string, unknown>> = {
  name: ({ name }) => name,
  size: ({ size }) => size,
  tags: ({ tags }) => tags,
  'an array made each time': ({ tags }) => tags.map((tag) => tag.toUpperCase()),
  'with the region': ({ name }, region) => `${region} ${name}`,
};

/** What may happen to the things of a region, between two questions. */
const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const texts = fc.constantFrom('', 'web', 'Web-01', '测试机', 'two\nlines', 'x'.repeat(20));
const change: fc.Arbitrary<(things: Things) => void> = fc.oneof(
  fc.tuple(keys, texts).map(([key, name]) => (things: Things) => {
    things.set(key, { name, tags: [name] });
  }),
  keys.map((key) => (things: Things) => {
    things.delete(key);
  }),
  fc.tuple(keys, texts, fc.nat(3)).map(([key, name, size]) => (things: Things) => {
    const thing = things.get(key);
    if (thing) Object.assign(thing, { name, size });
  }),
  fc.tuple(keys, texts).map(([key, tag]) => (things: Things) => {
    things.get(key)?.tags.push(tag);
  }),
);
const columnNames = fc.subarray(Object.keys(fields));

describe('columns', () => {
  test('say what a walk over the items would, whatever has changed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(change, columnNames)), (steps) => {
        const things: Things = new Map();
        const columns = new Columns('cn-north-1');
        for (const [happen, asked] of steps) {
          happen(things);
          columns.doubt();
          for (const name of asked) {
            const field = fields[name] ?? (() => undefined);
            const walked = [...things.values()].map((thing) => field(thing, 'cn-north-1'));
            expect(columns.of(things, field)).toEqual(walked);
          }
          expect(columns.items(things)).toEqual([...things.values()]);
        }
      }),
    );
  });

  test('are the very same while nothing in them has changed, so that what is made of them can be kept', () => {
    const things: Things = new Map([['a', { name: 'web', tags: [] }]]);
    const columns = new Columns('cn-north-1');
    const name = ({ name: text }: Thing) => text;
    const before = columns.of(things, name);
    things.set('a', { ...things.get('a'), name: 'web', tags: ['new'] });
    columns.doubt();
    const replaced = columns.of(things, name);
    expect(replaced).toEqual(before);
    Object.assign(things.get('a') ?? {}, { size: 1 });
    columns.doubt();
    expect(columns.of(things, name)).toBe(replaced);
  });
});
