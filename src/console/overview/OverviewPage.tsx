import { PageHeader } from '../kit/PageHeader.tsx';
import { useTitle } from '../kit/title.ts';
import { useWords } from '../words/language.tsx';

/** How the region is doing, at a glance. */
export function OverviewPage() {
  const { overview } = useWords();
  useTitle(overview.title);
  return <PageHeader title={overview.title} />;
}
