import fc from 'fast-check';
import * as z from 'zod/v4/core';

/** Texts to choose from: for each string of a schema, those that it accepts. Odd ones first. */
const texts = [
  'web (a)*',
  '测试主机-01',
  "it's 50% off! & <more>",
  'a+b=c?d#e;f,g:h@i$j',
  '"quoted\\"',
  '2026-01-02T03:04:05+0800',
  'https://bucket.example.com/image.qcow2?sign=a%2Fb',
  'i-abcdef1234',
  'Zx9-horse_Battery',
  'cn-north-1',
  'vm.disk.dev.used',
  '2026-12-31',
  'abc123',
];
const numbers = [1, 2, 10, 20, 40, 50, 100, 0];

/**
 * Inputs that a schema accepts. `every`: with all optional members; `some`: with any of them.
 * @throws Error naming the member for which no legal value is known
 */
export function legalInput(
  schema: z.$ZodType,
  members: 'every' | 'some',
  name = 'input',
): fc.Arbitrary<unknown> {
  const legal = (candidates: readonly unknown[]) => {
    const accepted = candidates.filter((value) => z.safeParse(schema, value).success);
    if (accepted.length === 0) throw new Error(`No legal value is known for ${name}`);
    return fc.constantFrom(...accepted);
  };
  if (schema instanceof z.$ZodOptional) {
    return legalInput(schema._zod.def.innerType, members, name);
  }
  if (schema instanceof z.$ZodString) return legal(texts);
  if (schema instanceof z.$ZodNumber || schema instanceof z.$ZodUnion) return legal(numbers);
  if (schema instanceof z.$ZodBoolean) return fc.boolean();
  if (schema instanceof z.$ZodEnum) return legal(Object.values(schema._zod.def.entries));
  if (schema instanceof z.$ZodLiteral) return legal(schema._zod.def.values);
  if (schema instanceof z.$ZodArray) {
    const item = legalInput(schema._zod.def.element, members, `${name}[]`);
    const arrayOf = (minLength: number, maxLength: number) =>
      fc.array(item, { minLength, maxLength });
    // Twelve: an index of two digits sorts before 2.
    return fc
      .oneof({ weight: 4, arbitrary: arrayOf(1, 3) }, { weight: 1, arbitrary: arrayOf(12, 12) })
      .filter((value) => z.safeParse(schema, value).success);
  }
  if (schema instanceof z.$ZodObject) {
    const entries = Object.entries(schema._zod.def.shape);
    const required = entries.filter(([, member]) => !(member instanceof z.$ZodOptional));
    return fc
      .record(
        Object.fromEntries(
          entries.map(([key, member]) => [key, legalInput(member, members, `${name}.${key}`)]),
        ),
        members === 'every' ? {} : { requiredKeys: required.map(([key]) => key) },
      )
      .filter((value) => z.safeParse(schema, value).success);
  }
  throw new Error(`No legal value is known for ${name}: ${schema._zod.def.type}`);
}
