import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { beginPath } from '../../contract/proxy-api.ts';
import { useGate } from '../api/context.tsx';
import { useBoot } from '../boot-context.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Note } from '../kit/Note.tsx';
import { OtherLanguage } from './OtherLanguage.tsx';
import classes from './SignIn.module.css';
import { signInWords } from './words.ts';

/** Where an identity provider says who is who. */
export function ProviderHint() {
  const words = signInWords.useWords();
  const { fault } = useBoot();
  const gate = useGate();
  const isFirst = !gate.answered();
  const to = `${location.pathname}${location.search}`;
  // What has been typed here stays where it is: the provider is visited in a tab of its own.
  const where = isFirst ? {} : { target: '_blank', rel: 'noopener' };
  return (
    <Dialog
      locked
      title={isFirst ? words.title : words.again}
      aside={isFirst ? undefined : (gate.session()?.person ?? undefined)}
      solid={isFirst}
      note={<OtherLanguage />}
      buttons={
        <Button
          component="a"
          size="md"
          variant="filled"
          data-autofocus
          href={`${beginPath}?${new URLSearchParams({ to })}`}
          rightSection={isFirst ? undefined : <IconExternalLink size={14} stroke={1.7} />}
          {...where}
        >
          {words.toProvider}
        </Button>
      }
    >
      <div className={classes.body}>
        <p>{isFirst ? words.providerHint : words.providerAgain}</p>
        {isFirst && fault && (
          <Note tone={fault === 'SIGN_IN_STALE' ? 'warn' : 'bad'} alert>
            {words.faults[fault]}
          </Note>
        )}
      </div>
    </Dialog>
  );
}
