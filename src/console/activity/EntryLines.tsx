import type { Resource } from '../api/write.ts';
import type { Entry } from './entry.ts';
import classes from './EntryRow.module.css';
import { ResourceLink } from './ResourceLink.tsx';

/** What a write was about, and its id. */
export function AboutLine({ region, resource }: { region: string; resource: Resource }) {
  return (
    <p className={classes.line}>
      <ResourceLink className={classes.resource} region={region} resource={resource} />
      <span className={`mono ${classes.quiet}`}>{resource.id}</span>
    </p>
  );
}

/** The image that came of it, on its way or there. */
export function MadeLine({ entry: { region, resource, work, made, input } }: { entry: Entry }) {
  if (work?.kind !== 'image' || made === undefined || made === resource.id) return null;
  const name = typeof input?.['name'] === 'string' ? input['name'] : made;
  return <AboutLine region={region} resource={{ kind: 'image', id: made, name }} />;
}

/** The cloud's own words. */
export function ErrorLine({ error }: Pick<Entry, 'error'>) {
  if (!error) return null;
  return (
    <p className={`mono ${classes.own}`}>
      {[error.code > 0 && error.code, error.status, error.message].filter(Boolean).join(' ')}
    </p>
  );
}
