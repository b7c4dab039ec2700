import { useWords } from '../../words/language.tsx';
import { Bones } from '../Bones.tsx';
import { Crumbs, type Parent } from './Crumbs.tsx';
import classes from './detail.module.css';

/** The frame of the page of one thing while nothing but its id is known. */
export function DetailLoading({ parent, id }: { parent: Parent; id: string }) {
  const { kit } = useWords();
  return (
    <>
      <header className={classes.header}>
        <Crumbs parent={parent} id={id} />
        <div className={classes.titleRow}>
          <h1 className={classes.title}>{id}</h1>
        </div>
        <div className={classes.waiting}>
          <Bones rows={2} />
        </div>
      </header>
      <div className={classes.page}>
        <Bones rows={14} />
      </div>
      <p role="status" className="visually-hidden">
        {kit.detail.loading(id)}
      </p>
    </>
  );
}
