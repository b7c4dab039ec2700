import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'react-router';
import * as z from 'zod/mini';
import { useFormDraft, useLossGuard } from '../../kit/form/form-draft.ts';
import { newToken } from '../../kit/token.ts';
import { emptyImport, ImportDraft, type ImportValues } from './import-form.ts';

/** A failed task whose import is tried again: what the list of tasks knew of it. */
const Again = z.object({
  again: z.object({ imageName: z.optional(z.string()), imageUrl: z.optional(z.string()) }),
});

/** The values of the form. Its links carry a signature: they live in this page alone, beside the draft that is kept. */
export function useImportDraft(region: string) {
  const again = Again.safeParse(useLocation().state).data?.again;
  const [start] = useState(() => ({
    ...emptyImport(newToken()),
    ...(again?.imageName && { name: again.imageName }),
  }));
  const draft = useFormDraft<ImportValues>({
    key: `image-import.${region}.${again?.imageName ?? ''}`,
    start,
    read: (kept) => ImportDraft.safeParse(kept).data,
    secrets: ['url'],
  });
  const [url, setUrl] = useState(again?.imageUrl ?? '');
  const [diskUrls, setDiskUrls] = useState<ReadonlyMap<string, string>>(new Map());
  useLossGuard([url, ...diskUrls.values()].some((link) => link !== ''));
  const values = useMemo<ImportValues>(
    () => ({
      ...draft.values,
      url,
      dataDisks: draft.values.dataDisks.map((disk) => ({
        ...disk,
        url: diskUrls.get(disk.id) ?? '',
      })),
    }),
    [draft.values, url, diskUrls],
  );
  return {
    values,
    set: ({ url: link, ...change }: Partial<ImportValues>) => {
      if (link !== undefined) setUrl(link);
      const { dataDisks: disks } = change;
      if (disks) setDiskUrls(new Map(disks.map((disk) => [disk.id, disk.url])));
      draft.set({ ...change, ...(disks && { dataDisks: disks.map(withoutUrl) }) });
    },
    forget: () => {
      // At once, as the draft: there is nothing to ask about any more.
      flushSync(() => {
        setUrl('');
        setDiskUrls(new Map());
      });
      draft.forget();
    },
  };
}

const withoutUrl = (disk: ImportValues['dataDisks'][number]) => ({ ...disk, url: '' });
