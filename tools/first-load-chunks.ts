import path from 'node:path';
import type { Rolldown } from 'vite';

type Graph = Rolldown.ChunkingContext;

/** Packages whose index re-exports everything they have: an import of it says nothing, the names say which. */
const barrels = /node_modules[\\/](@mantine[\\/]\w+|@tabler[\\/]icons-react)[\\/]/;

/** The modules of single icons. */
const icons = /@tabler[\\/]icons-react[\\/].*[\\/]Icon\w+\.m?js$/;

/** What later pages share, by kind. */
const late: readonly (readonly [name: string, test: RegExp])[] = [
  ['forms', /src[\\/]console[\\/]kit[\\/]form[\\/]/],
  ['kit', /src[\\/]console[\\/]kit[\\/](?!(form|list|chart)[\\/])/],
  ['activity', /src[\\/]console[\\/]activity[\\/]/],
  ['queries', /src[\\/]console[\\/]\w+[\\/]queries\.ts$/],
  ['rules', /src[\\/]contract[\\/]/],
];

/**
 * Groups what these files need at once into two chunks, `first` and `vendor`: the product's own code and that of
 * others. Without it each module that some dialog shares with the first page is a file of its own. The files
 * themselves stay apart, as the entries that name the rest. Of what is small and shared by pages that come later, all of a
 * kind is one chunk: each file of its own would be named in the first load, and a name with its hash weighs ten bytes.
 * @param files from the repository's root
 */
export function chunksOfFirstLoad(files: readonly string[]): Rolldown.CodeSplittingGroup[] {
  const roots = files.map((file) => path.resolve(file));
  let needed: ReadonlySet<string> | undefined;
  const named = (name: string, isWanted: (id: string) => boolean) => ({
    debugName: name,
    name: (id: string, graph: Graph) => {
      needed ??= closure(roots, graph);
      return needed.has(id) && isWanted(id) ? name : null;
    },
  });
  // Styles stay in one file and in the order of their imports, on which the order of their layers hangs.
  const isVendor = (id: string) => id.includes('node_modules') && !id.endsWith('.css');
  return [
    { ...named('vendor', isVendor), priority: 2 },
    { ...named('first', (id) => !isVendor(id) && !roots.includes(id)), priority: 1 },
    { name: 'icons', test: icons },
    ...late.map(([name, test]) => ({ name, test })),
  ];
}

/** Everything these modules import, directly or not, but for what they ask for later with `import()`. */
function closure(roots: readonly string[], graph: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const info = graph.getModuleInfo(id);
    for (const imported of info?.importedIds ?? []) {
      if (isBarrel(imported)) open.push(...behind(imported, info?.code ?? '', graph));
      else open.push(imported);
    }
  }
  return found;
}

function isBarrel(id: string): boolean {
  return barrels.test(id) && /[\\/](index|icons-react|tabler-icons-react)\.m?js$/.test(id);
}

/** The modules of a barrel that `code` asks for by name: `IconPlus` is in IconPlus.mjs, `createTheme` in create-theme.mjs. */
function behind(barrel: string, code: string, graph: Graph): string[] {
  const members = graph.getModuleInfo(barrel)?.importedIds ?? [];
  return members.filter((id) => {
    const name = path.basename(id).replace(/\.m?js$/, '');
    const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return new RegExp(`\\b${camel}\\b`).test(code);
  });
}
