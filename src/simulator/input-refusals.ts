import type * as z from 'zod';
import { type ErrorBody, refusal, refusals } from '../contract/errors.ts';
import type { AnyOperation } from '../contract/operation.ts';

type Issue = z.core.$ZodIssue;

/**
 * What the cloud answers to input that does not fit its row, in the words of the operation's error table as far as
 * those are documented. Otherwise it names the parameter and says what is wrong with it.
 */
export function inputRefusal(
  operation: AnyOperation,
  input: Record<string, unknown>,
  issues: readonly Issue[],
): ErrorBody {
  const [issue] = issues;
  if (!issue) return refusal('INVALID_ARGUMENT', 'Invalid request');
  const path = spelled(issue.path);
  const last = issue.path.at(-1);
  if (last === 'password') return refusals.invalidPassword();
  if (last === 'pageSize') return refusals.outOfRange('PageSize');
  if (last === 'pageNumber') return refusals.outOfRange('PageNumber');
  if (last === 'maxCount' && valueAt(input, issue.path) !== undefined)
    return refusals.outOfRange('Maxcount');
  if (last === 'metadata' && issue.code === 'too_big')
    return refusal(
      'INVALID_ARGUMENT',
      `Add metadata key-value count more than ${issue.maximum} pairs.`,
    );
  // An oddity of the vendor's: the one missing parameter that is a failed precondition.
  if (last === 'imageSource' && valueAt(input, issue.path) === undefined)
    return refusal('FAILED_PRECONDITION', 'Parameter ImageSource missing');
  switch (issue.code) {
    case 'not_multiple_of':
      return refusal('OUT_OF_RANGE', `${path} must be multiple of ${issue.divisor}`);
    case 'too_small':
    case 'too_big':
      if (issue.origin === 'number' || issue.origin === 'int') return refusals.outOfRange(path);
      return refusal('INVALID_ARGUMENT', `Parameter ${path} invalid: ${issue.message}`);
    case 'unrecognized_keys':
      return refusal(
        'INVALID_ARGUMENT',
        `Parameter ${spelled([...issue.path, issue.keys[0] ?? ''])} is not known to ${operation.name}`,
      );
    default:
      return valueAt(input, issue.path) === undefined
        ? refusal('INVALID_ARGUMENT', `Parameter ${path} missing`)
        : refusal('INVALID_ARGUMENT', `Parameter ${path} invalid: ${issue.message}`);
  }
}

/** `instanceSpec.dataDisks.0.deviceName` is `InstanceSpec.DataDisks.DeviceName` in the vendor's messages. */
function spelled(path: readonly PropertyKey[]): string {
  return path
    .filter((step) => typeof step === 'string')
    .map((step) => step.charAt(0).toUpperCase() + step.slice(1))
    .join('.');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    // An object or array may be asked for any of its own keys.
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}
