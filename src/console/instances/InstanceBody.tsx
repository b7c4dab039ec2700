import { Link } from 'react-router';
import type { Instance } from '../../contract/instances.ts';
import { useEntries } from '../activity/context.tsx';
import { EntryRow } from '../activity/EntryRow.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/language.tsx';
import classes from './InstanceBody.module.css';
import { InstanceDisks } from './InstanceDisks.tsx';
import { InstanceInterfaces } from './InstanceInterfaces.tsx';
import { InstanceProperties } from './InstanceProperties.tsx';

interface BodyProps {
  instance: Instance;
  region: string;
  /** A part that does not exist shows the first. */
  tab: string;
}

/** The part of an instance's page that its tab names. */
export function InstanceBody({ instance, region, tab }: BodyProps) {
  switch (tab) {
    case 'disks':
      return (
        <div className={classes.page}>
          <InstanceDisks instance={instance} />
        </div>
      );
    case 'network':
      return (
        <div className={classes.page}>
          <InstanceInterfaces instance={instance} full />
        </div>
      );
    case 'activity':
      return (
        <div className={classes.page}>
          <Doings instanceId={instance.instanceId} />
        </div>
      );
    case 'json':
      return <Raw instance={instance} />;
    default:
      return (
        <div className={classes.split}>
          <div className={classes.page}>
            <InstanceProperties instance={instance} region={region} />
            <InstanceDisks instance={instance} />
            <InstanceInterfaces instance={instance} />
          </div>
          <Recent instanceId={instance.instanceId} region={region} />
        </div>
      );
  }
}

const shown = 8;

function Recent({ instanceId, region }: { instanceId: string; region: string }) {
  const { instance: words } = useWords();
  const entries = useEntriesOf(instanceId);
  return (
    <aside className={classes.aside} aria-label={words.recent}>
      <header className={classes.asideHead}>
        <h2 className={classes.asideTitle}>{words.recent}</h2>
        {entries.length > shown && (
          <Link className={classes.all} to={paths.instanceTab(region, instanceId, 'activity')}>
            {words.allOf(entries.length)}
          </Link>
        )}
      </header>
      <EntryList entries={entries.slice(0, shown)} />
    </aside>
  );
}

function Doings({ instanceId }: { instanceId: string }) {
  return <EntryList entries={useEntriesOf(instanceId)} />;
}

function EntryList({ entries }: { entries: ReturnType<typeof useEntries> }) {
  const { instance: words } = useWords();
  if (entries.length === 0) return <p className={classes.nothing}>{words.noActivity}</p>;
  return (
    <ul>
      {entries.map((entry) => (
        <EntryRow key={entry.id} entry={entry} nameless />
      ))}
    </ul>
  );
}

function useEntriesOf(instanceId: string) {
  return useEntries().filter(({ resource }) => resource.id === instanceId);
}

/** Every field of the reply, known to the console or not. */
function Raw({ instance }: { instance: Instance }) {
  const { instance: words } = useWords();
  const text = JSON.stringify(instance, undefined, 2);
  return (
    <div className={classes.page}>
      <div className={classes.rawHead}>
        <h2 className={classes.asideTitle}>{words.raw}</h2>
        <CopyButton text={text} what={words.copyJson} />
      </div>
      {/* Long and wide: it must be possible to scroll it by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.raw} tabIndex={0} role="region" aria-label={words.raw}>
        {text}
      </pre>
    </div>
  );
}
