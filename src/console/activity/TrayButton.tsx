import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { Floating } from '../kit/floats.tsx';
import { useFloating } from '../kit/use-floating.ts';
import { lazily } from '../kit/lazily.ts';
import { StatusGlyph } from '../kit/Status.tsx';
import { useWords } from '../words/language.tsx';
import type { PlannedBatch } from './batches.ts';
import { useDoings } from './context.tsx';
import { isGoingOn, isTroubling } from './doings.ts';

const tray = lazily(async () => (await import('./Tray.tsx')).Tray);
const run = lazily(async () => (await import('./BulkDialog.tsx')).RunDialog);

/** What is under way, in the top bar: a count while work runs, a red sign while a failure is unseen, else plain. */
export function TrayButton() {
  const { activity } = useWords();
  const doings = useDoings();
  const running = doings.filter(isGoingOn).length;
  const failed = doings.filter(isTroubling).length;
  const { anchor, trigger, close } = useFloating('dialog');
  const [batch, setBatch] = useState<PlannedBatch>();
  return (
    <>
      <Button
        {...trigger}
        variant={running > 0 ? 'light' : 'subtle'}
        leftSection={<Sign running={running > 0} failed={failed > 0} />}
        onPointerEnter={tray.preload}
        onFocus={tray.preload}
      >
        {running > 0 && activity.inProgress(running)}
        {running === 0 && (failed > 0 ? activity.failedUnseen(failed) : activity.short)}
      </Button>
      {anchor && (
        <Floating
          anchor={anchor}
          align="end"
          role="dialog"
          label={activity.tray}
          width={400}
          onClose={close}
        >
          <Suspense fallback={null}>
            <tray.component
              onClose={close}
              onBatch={(planned) => {
                close();
                setBatch(planned);
              }}
            />
          </Suspense>
        </Floating>
      )}
      {batch && (
        <Suspense fallback={null}>
          <run.component planned={batch} onClose={() => setBatch(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function Sign({ running, failed }: { running: boolean; failed: boolean }) {
  if (running) return <StatusGlyph look="changing" turning />;
  return failed ? <StatusGlyph look="bad" /> : <IconHistory size={14} stroke={1.7} />;
}
