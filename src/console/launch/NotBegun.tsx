import { Bones } from '../kit/Bones.tsx';
import { DetailPage } from '../kit/detail/DetailPage.tsx';
import { ErrorPanel } from '../kit/ErrorPanel.tsx';
import type { BeginReading } from './read.ts';
import { launchWords } from './words.ts';

interface NotBegunProps extends Pick<BeginReading<unknown>, 'error' | 'again'> {
  region: string;
}

/** In place of a form while what it begins with is read, or cannot be. */
export function NotBegun({ error, again, region }: NotBegunProps) {
  const say = launchWords.useWords();
  if (error) {
    return (
      <ErrorPanel
        title={say.beginFailed}
        error={error}
        region={region}
        failures={1}
        retrying={false}
        onRetry={again}
      />
    );
  }
  return (
    <DetailPage>
      <Bones rows={14} />
      <p role="status" className="visually-hidden">
        {say.beginning}
      </p>
    </DetailPage>
  );
}
