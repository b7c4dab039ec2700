import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { CloudError } from '../../contract/envelope.ts';
import { describeInstanceTemplatesCustomdata } from '../../contract/templates.ts';
import { decodeUserdata } from '../../contract/userdata.ts';
import { useCall } from '../api/context.tsx';
import { BusyButton } from '../kit/BusyButton.tsx';
import { FailureNote } from '../kit/FailureNote.tsx';
import { Property, PropertyList } from '../kit/PropertyList.tsx';
import classes from './CustomData.module.css';
import { templateWords } from './words.ts';

interface Shown {
  metadata: { key: string; value: string }[];
  /** Absent when it is no text; empty when there is none. */
  script: string | undefined;
}

/**
 * Metadata and launch script of a template. They may hold credentials, so they are read when somebody asks, and are
 * nowhere but in this component: not in the cache of what has been read, and not in the JSON.
 */
export function CustomData({ templateId, region }: { templateId: string; region: string }) {
  const { custom: say } = templateWords.useWords();
  const call = useCall();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<Shown>();
  const [failure, setFailure] = useState<CloudError>();
  const show = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const filters = [{ name: 'instanceTemplateId' as const, values: [templateId] }];
      const input = { regionId: region, filters };
      const { result } = await call(describeInstanceTemplatesCustomdata, input);
      const [found = {}] = result.instanceTemplatesCustomData ?? [];
      setShown({
        metadata: (found.metadata ?? []).map(({ key = '', value = '' }) => ({ key, value })),
        script: decodeUserdata(found.userdata?.[0]?.value ?? ''),
      });
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={classes.section} aria-label={say.title}>
      <header className={classes.head}>
        <h2 className={classes.title}>{say.title}</h2>
        {!shown && (
          <BusyButton
            busy={busy}
            leftSection={<IconEye size={14} stroke={1.7} />}
            onClick={() => void show()}
          >
            {say.show}
          </BusyButton>
        )}
      </header>
      {!shown && <p className={classes.hint}>{say.hint}</p>}
      {failure && <FailureNote failure={failure} />}
      {shown && <Contents {...shown} />}
    </section>
  );
}

function Contents({ metadata, script }: Shown) {
  const { custom: say } = templateWords.useWords();
  if (metadata.length === 0 && script === '') return <p className={classes.hint}>{say.none}</p>;
  return (
    <>
      <PropertyList title={say.metadata}>
        {metadata.map(({ key, value }) => (
          <Property key={key} label={key}>
            <span className="mono">{value}</span>
          </Property>
        ))}
      </PropertyList>
      {metadata.length === 0 && <p className={classes.hint}>{say.noMetadata}</p>}
      <h3 className={classes.title}>{say.script}</h3>
      {script ? (
        // Long and wide: it must be possible to scroll it by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={classes.script} tabIndex={0} role="region" aria-label={say.script}>
          {script}
        </pre>
      ) : (
        <p className={classes.hint}>{script === '' ? say.noScript : say.unreadable}</p>
      )}
    </>
  );
}
