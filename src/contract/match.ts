import type { AnyOperation, Service } from './operation.ts';
import { operations } from './operations.ts';

/** What a request asks for: the row, and the path parameters, decoded but not yet checked. */
export interface Match {
  operation: AnyOperation;
  params: Record<string, string>;
}

interface Pattern {
  operation: AnyOperation;
  names: string[];
  regex: RegExp;
}

/** By service, method and number of slashes: a path can be only one of a few. */
const patterns = new Map<string, Pattern[]>();
for (const operation of Object.values<AnyOperation>(operations)) {
  const pattern: Pattern = {
    operation,
    names: [...operation.path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []),
    // A parameter never spans a slash, never an action's colon, never what was an encoded slash, and is no dot segment.
    regex: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '((?!\\.\\.?(?![^/:]))[^/:\\0]+)')}$`),
  };
  for (const method of methodsOf(operation)) {
    const key = keyOf(operation.service, method, operation.path.split('/').length);
    patterns.set(key, [...(patterns.get(key) ?? []), pattern]);
  }
}

function keyOf(service: string, method: string, segments: number): string {
  return `${service} ${method} ${segments}`;
}

/**
 * Finds the operation behind a method and an encoded path, or nothing. A colon may come bare or as `%3A`; an
 * encoded slash, a bad escape or a dot segment matches nothing.
 */
export function match(service: Service, method: string, path: string): Match | undefined {
  const segments = path.split('/');
  let plain = path;
  if (path.includes('%')) {
    try {
      plain = segments
        .map((segment) => decodeURIComponent(segment).replaceAll('/', '\0'))
        .join('/');
    } catch {
      return undefined;
    }
  }
  for (const { operation, names, regex } of patterns.get(keyOf(service, method, segments.length)) ??
    []) {
    const found = regex.exec(plain);
    if (!found) continue;
    const params: Record<string, string> = {};
    for (const [index, name] of names.entries()) params[name] = found[index + 1] ?? '';
    return { operation, params };
  }
  return undefined;
}

/** `describeBriefInstances` was POST in 2020 and is GET since; the oldest clients still post. */
function methodsOf(operation: AnyOperation): string[] {
  return operation.name === 'describeBriefInstances' ? ['GET', 'POST'] : [operation.method];
}
