/** Where `query` is found in `text`, word by word: pairs of start and end, in order. Undefined when one is missing. */
export function findWords(text: string, query: string): [number, number][] | undefined {
  const hay = text.toLowerCase();
  const found: [number, number][] = [];
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = bestPlace(hay, word);
    if (at < 0) return undefined;
    found.push([at, at + word.length]);
  }
  return merged(found);
}

const startsWord = (hay: string, at: number) =>
  at === 0 || /[^\p{L}\p{N}]/u.test(hay[at - 1] ?? '');

/** The start of a word if there is one, else anywhere. */
function bestPlace(hay: string, word: string): number {
  const first = hay.indexOf(word);
  for (let at = first; at >= 0; at = hay.indexOf(word, at + 1)) {
    if (startsWord(hay, at)) return at;
  }
  return first;
}

function merged(ranges: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** How well `query` fits: lower is better, undefined does not fit. At the very start, at a word's start, inside. */
export function rank(text: string, query: string): number | undefined {
  const found = findWords(text, query);
  if (!found) return undefined;
  const [first] = found;
  if (!first || first[0] === 0) return 0;
  return startsWord(text, first[0]) ? 1 : 2;
}
