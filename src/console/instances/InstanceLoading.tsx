import { Bones } from '../kit/Bones.tsx';
import { useWords } from '../words/language.tsx';
import body from './InstanceBody.module.css';
import { Crumbs } from './Crumbs.tsx';
import classes from './InstanceHeader.module.css';

/** The frame of an instance's page while nothing but its id is known. */
export function InstanceLoading({ instanceId, region }: { instanceId: string; region: string }) {
  const { instance: words } = useWords();
  return (
    <>
      <header className={classes.header}>
        <Crumbs instanceId={instanceId} region={region} />
        <div className={classes.titleRow}>
          <h1 className={classes.title}>{instanceId}</h1>
        </div>
        <div className={classes.waiting}>
          <Bones rows={2} />
        </div>
      </header>
      <div className={body.page}>
        <Bones rows={14} />
      </div>
      <p role="status" className="visually-hidden">
        {words.loading(instanceId)}
      </p>
    </>
  );
}
