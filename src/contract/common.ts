import * as z from 'zod';
import type { FilterTable } from './operation.ts';

/**
 * A model of a reply: unknown fields pass through (so that the raw view shows them) but are not part of the type.
 */
export function model<S extends z.core.$ZodLooseShape>(shape: S): z.ZodObject<S> {
  // The return type drops looseObject's index signature, which would make a misspelt field `unknown`, not an error.
  return z.looseObject(shape);
}

/** A string of a reply with the values documented so far. Others are let through: the cloud grows words. */
export function known<const V extends string>(values: readonly V[]): z.ZodType<V | (string & {})> {
  return z.string().meta({ examples: [...values] });
}

/** Marks a value that must never be logged, stored or shown outside its one place. Read back by `isSecret`. */
export function secret<T extends z.ZodType>(schema: T): T {
  return schema.meta({ secret: true });
}

/** The result of an operation that answers nothing: `{}`, absent and `null` all occur. */
export const Nothing = model({}).nullish();

/** Region ids look like `cn-north-1`; private clouds have their own, so the shape is checked, not the list. */
export const regionId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);

/** Ids such as `i-8fk2m4qz1x` or an image's UUID, and key pair names. Never a path of its own. */
export const resourceId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Metric ids such as `vm.disk.dev.used`, and tag keys of the monitor. */
export const metricId = z.string().regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/);

/** Idempotency key, at most 64 characters, unique per logical request. */
export const clientToken = z.string().min(1).max(64);

/** `eq` is the default and is left out on the wire. */
export const filterOperators = ['eq', 'lt', 'le', 'gt', 'ge', 'ne', 'in', 'like'] as const;

export const Filter = z.strictObject({
  name: z.string().min(1),
  operator: z.enum(filterOperators).optional(),
  values: z.array(z.string()).min(1),
});
export type Filter = z.infer<typeof Filter>;

/** The `filters` parameter of a list: only the documented names, and one value where only one counts. */
export function filtersOf<T extends FilterTable>(table: T) {
  return z.array(
    z
      .strictObject({
        // Object.keys loses the literal types that the table has.
        name: z.enum(Object.keys(table) as [keyof T & string]),
        operator: z.enum(filterOperators).optional(),
        values: z.array(z.string()).min(1),
      })
      .refine((filter) => filter.values.length === 1 || !table[filter.name]?.endsWith('one'), {
        path: ['values'],
        error: 'takes one value only',
      }),
  );
}

export const TagFilter = z.strictObject({ key: z.string().min(1), values: z.array(z.string()) });
export type TagFilter = z.infer<typeof TagFilter>;

export const Tag = model({ key: z.string().optional(), value: z.string().optional() });
export type Tag = z.infer<typeof Tag>;

/** A tag as sent: at most 10 per instance, unique keys (behaviour: Chinese, letters, digits and `_.,:\/=+-@`). */
export const TagInput = z.strictObject({
  key: z.string().regex(/^(?!jrn:|jdc-)[\p{Script=Han}A-Za-z0-9_.,:\\/=+\-@ ]{1,127}$/u),
  value: z
    .string()
    .regex(/^[\p{Script=Han}A-Za-z0-9_.,:\\/=+\-@ ]{0,255}$/u)
    .optional(),
});
export type TagInput = z.infer<typeof TagInput>;

export const chargeModes = [
  'prepaid_by_duration',
  'postpaid_by_usage',
  'postpaid_by_duration',
] as const;
export const chargeStatuses = ['normal', 'overdue', 'arrear'] as const;

export const Charge = model({
  chargeMode: known(chargeModes).optional(),
  /** overdue: a prepaid term ran out. arrear: a postpaid account owes money. */
  chargeStatus: known(chargeStatuses).optional(),
  /** UTC, YYYY-MM-DDTHH:mm:ssZ */
  chargeStartTime: z.string().optional(),
  /** UTC; prepaid only, empty for postpaid */
  chargeExpiredTime: z.string().optional(),
  /** UTC; expected release time, prepaid and postpaid */
  chargeRetireTime: z.string().optional(),
});
export type Charge = z.infer<typeof Charge>;

export const ChargeSpec = z.strictObject({
  /** Default postpaid_by_duration by the SDK, prepaid by an introduction page: always send it. */
  chargeMode: z.enum(chargeModes).optional(),
  /** Only prepaid, or postpaid with autoChangeChargeMode */
  chargeUnit: z.enum(['month', 'year']).optional(),
  /** Month: 1-9; year: 1, 2 or 3 */
  chargeDuration: z.int().min(1).max(9).optional(),
  /** Prepaid only; renews by the bought duration */
  autoRenew: z.boolean().optional(),
  /** Scheduled switch from postpaid to prepaid */
  autoChangeChargeMode: z.boolean().optional(),
  /** yyyy-MM-dd, switches at 00:00 */
  autoChangeChargeModeDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** Base64 of {"activity":{"activityType":..,"activityIdentifier":..}} */
  buyScenario: z.string().optional(),
});
export type ChargeSpec = z.infer<typeof ChargeSpec>;

/** disk lists only: 0 ascending, 1 descending */
export const Sort = z.strictObject({
  name: z.string().min(1),
  direction: z.union([z.literal(0), z.literal(1)]),
});
export type Sort = z.infer<typeof Sort>;

/** Whether `secret` marked this schema, looking through `.optional()` and the like. */
export function isSecret(schema: z.core.$ZodType): boolean {
  if (z.globalRegistry.get(schema)?.['secret'] === true) return true;
  // zod's own definitions do not say so, but whatever an `innerType` holds is a schema.
  return 'innerType' in schema._zod.def && isSecret(schema._zod.def.innerType as z.core.$ZodType);
}
