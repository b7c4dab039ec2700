import * as z from 'zod/mini';
import type { FilterTable } from './operation.ts';

/**
 * A model of a reply: unknown fields pass through (so that the raw view shows them) but are not part of the type.
 */
export function model<S extends z.core.$ZodLooseShape>(shape: S): z.ZodMiniObject<S> {
  // The return type drops looseObject's index signature, which would make a misspelt field `unknown`, not an error.
  return z.looseObject(shape);
}

/** A string of a reply with the values documented so far. Others are let through: the cloud grows words. */
export function known<const V extends string>(
  values: readonly V[],
): z.ZodMiniType<V | (string & {})> {
  return z.string().register(z.globalRegistry, { examples: [...values] });
}

/** Marks a value that must never be logged, stored or shown outside its one place. Read back by `isSecret`. */
export function secret<T extends z.ZodMiniType>(schema: T): T {
  z.globalRegistry.add(schema, { secret: true });
  return schema;
}

/** The result of an operation that answers nothing: `{}`, absent and `null` all occur. */
export const Nothing = z.nullish(model({}));

/** Region ids look like `cn-north-1`; private clouds have their own, so the shape is checked, not the list. */
export const regionId = z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/));

/** Ids such as `i-8fk2m4qz1x` or an image's UUID, and key pair names. Never a path of its own. */
export const resourceId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** Metric ids such as `vm.disk.dev.used`, and tag keys of the monitor. */
export const metricId = z.string().check(z.regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/));

/** Which page of a list. Lists of the vpc service answer one beyond the last with the last. */
export const paging = {
  /** Default 1 */
  pageNumber: z.optional(z.int().check(z.gte(1))),
  /** Default 20 */
  pageSize: z.optional(z.int().check(z.gte(10), z.lte(100))),
};

/** Idempotency key, at most 64 characters, unique per logical request. */
export const clientToken = z.string().check(z.minLength(1), z.maxLength(64));

/** `eq` is the default and is left out on the wire. */
const filterOperators = ['eq', 'lt', 'le', 'gt', 'ge', 'ne', 'in', 'like'] as const;

export const Filter = z.strictObject({
  name: z.string().check(z.minLength(1)),
  operator: z.optional(z.enum(filterOperators)),
  values: z.array(z.string()).check(z.minLength(1)),
});
export type Filter = z.infer<typeof Filter>;

/** The `filters` parameter of a list: only the documented names, and one value where only one counts. */
export function filtersOf<T extends FilterTable>(table: T) {
  return z.array(
    z
      .strictObject({
        // Object.keys loses the literal types that the table has.
        name: z.enum(Object.keys(table) as [keyof T & string]),
        operator: z.optional(z.enum(filterOperators)),
        values: z.array(z.string()).check(z.minLength(1)),
      })
      .check(
        z.refine((filter) => filter.values.length === 1 || !table[filter.name]?.endsWith('one'), {
          path: ['values'],
          error: 'takes one value only',
        }),
      ),
  );
}

export const TagFilter = z.strictObject({
  key: z.string().check(z.minLength(1)),
  values: z.array(z.string()),
});
export type TagFilter = z.infer<typeof TagFilter>;

export const Tag = model({ key: z.optional(z.string()), value: z.optional(z.string()) });
export type Tag = z.infer<typeof Tag>;

/** A tag as sent: at most 10 per instance, unique keys (behaviour: Chinese, letters, digits and `_.,:\/=+-@`). */
export const TagInput = z.strictObject({
  key: z.string().check(z.regex(/^(?!jrn:|jdc-)[\p{Script=Han}A-Za-z0-9_.,:\\/=+\-@ ]{1,127}$/u)),
  value: z.optional(z.string().check(z.regex(/^[\p{Script=Han}A-Za-z0-9_.,:\\/=+\-@ ]{0,255}$/u))),
});
export type TagInput = z.infer<typeof TagInput>;

const chargeModes = ['prepaid_by_duration', 'postpaid_by_usage', 'postpaid_by_duration'] as const;
const chargeStatuses = ['normal', 'overdue', 'arrear'] as const;

export const Charge = model({
  chargeMode: z.optional(known(chargeModes)),
  /** overdue: a prepaid term ran out. arrear: a postpaid account owes money. */
  chargeStatus: z.optional(known(chargeStatuses)),
  /** UTC, YYYY-MM-DDTHH:mm:ssZ */
  chargeStartTime: z.optional(z.string()),
  /** UTC; prepaid only, empty for postpaid */
  chargeExpiredTime: z.optional(z.string()),
  /** UTC; expected release time, prepaid and postpaid */
  chargeRetireTime: z.optional(z.string()),
});
export type Charge = z.infer<typeof Charge>;

export const ChargeSpec = z.strictObject({
  /** Default postpaid_by_duration by the SDK, prepaid by an introduction page: always send it. */
  chargeMode: z.optional(z.enum(chargeModes)),
  /** Only prepaid, or postpaid with autoChangeChargeMode */
  chargeUnit: z.optional(z.enum(['month', 'year'])),
  /** Month: 1-9; year: 1, 2 or 3 */
  chargeDuration: z.optional(z.int().check(z.gte(1), z.lte(9))),
  /** Prepaid only; renews by the bought duration */
  autoRenew: z.optional(z.boolean()),
  /** Scheduled switch from postpaid to prepaid */
  autoChangeChargeMode: z.optional(z.boolean()),
  /** yyyy-MM-dd, switches at 00:00 */
  autoChangeChargeModeDate: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  /** Base64 of {"activity":{"activityType":..,"activityIdentifier":..}} */
  buyScenario: z.optional(z.string()),
});
export type ChargeSpec = z.infer<typeof ChargeSpec>;

/** disk lists only: 0 ascending, 1 descending */
export const Sort = z.strictObject({
  name: z.string().check(z.minLength(1)),
  direction: z.union([z.literal(0), z.literal(1)]),
});
export type Sort = z.infer<typeof Sort>;

/** Whether `secret` marked this schema, looking through `optional` and the like. */
export function isSecret(schema: z.core.$ZodType): boolean {
  if (z.globalRegistry.get(schema)?.['secret'] === true) return true;
  const def = definitionOf(schema);
  return 'innerType' in def && isSecret(def.innerType);
}

/** What a schema was made from. */
export function definitionOf(schema: z.core.$ZodType): z.core.$ZodTypes['_zod']['def'] {
  // $ZodTypes is the union of all schemas, told apart by `type`; $ZodType is what they are declared as.
  return (schema as z.core.$ZodTypes)._zod.def;
}
