/** The lists take this many ids at most, and at least ten a page. */
const idsPerCall = 100;
const smallestPage = 10;

/** Ids in as many parts as it takes calls to ask for them, each with the page size that holds all its answers. */
export function inParts(ids: Iterable<string>): { ids: string[]; pageSize: number }[] {
  const all = [...ids];
  return Array.from({ length: Math.ceil(all.length / idsPerCall) }, (_, part) => {
    const some = all.slice(part * idsPerCall, (part + 1) * idsPerCall);
    return { ids: some, pageSize: Math.max(smallestPage, some.length) };
  });
}
