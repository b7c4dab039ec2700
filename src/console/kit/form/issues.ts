import type * as z from 'zod/mini';
import type { Fault } from './faults.tsx';

/**
 * The faults of a form from what a schema of the contract says about the input made from it: a last look before it
 * is sent, with the very rules the proxy has.
 * @param fieldOf which field an issue is about, by the start of its path; several may fit, the longest wins.
 */
export function faultsOf(
  issues: readonly z.core.$ZodIssue[],
  fieldOf: Readonly<Record<string, Omit<Fault, 'message'> & { message?: string }>>,
  otherwise: (issue: z.core.$ZodIssue) => Fault,
): Fault[] {
  const faults = new Map<string, Fault>();
  for (const issue of issues) {
    const path = issue.path.join('.');
    const [, found] =
      Object.entries(fieldOf)
        .filter(([start]) => path === start || path.startsWith(`${start}.`))
        .sort(([a], [b]) => b.length - a.length)[0] ?? [];
    const fault = found ? { ...found, message: found.message ?? issue.message } : otherwise(issue);
    if (!faults.has(fault.field)) faults.set(fault.field, fault);
  }
  return [...faults.values()];
}
