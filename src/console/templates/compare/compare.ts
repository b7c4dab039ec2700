import type { Recipe } from '../recipe.ts';
import { contentOf, type Row, type RowGroup, rowGroups, rowsOf } from '../rows.ts';
import type { TemplateWords } from '../words.ts';

/** One field of two recipes, beside each other. */
export interface Pair {
  id: string;
  label: string;
  /** Absent where only the other one has such a row: a data disk more. */
  a: Row | undefined;
  b: Row | undefined;
  /** `untold`: one of them does not say. */
  verdict: 'same' | 'differs' | 'untold';
}

/** All fields of two recipes, by group, in the order of the page of a template. */
export function pairsOf(
  a: Recipe,
  b: Recipe,
  words: TemplateWords,
): { group: RowGroup; pairs: Pair[] }[] {
  const [rowsA, rowsB] = [rowsOf(a, words), rowsOf(b, words)];
  return rowGroups.map((group) => {
    const inGroup = (rows: Row[]) => rows.filter((row) => row.group === group);
    const found = new Map([...inGroup(rowsA), ...inGroup(rowsB)].map((row) => [row.id, row]));
    const pairs = [...found.values()].map<Pair>(({ id, label }) => {
      const [rowA, rowB] = [rowsA, rowsB].map((rows) => rows.find((row) => row.id === id));
      return { id, label, a: rowA, b: rowB, verdict: verdictOn(rowA, rowB) };
    });
    return { group, pairs };
  });
}

function verdictOn(a: Row | undefined, b: Row | undefined): Pair['verdict'] {
  if (!a || !b) return 'differs';
  if (a.untold || b.untold) return 'untold';
  return contentOf(a) === contentOf(b) ? 'same' : 'differs';
}
