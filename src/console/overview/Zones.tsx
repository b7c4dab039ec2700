import { Link } from 'react-router';
import type { Instance } from '../../contract/instances.ts';
import { Bones } from '../kit/Bones.tsx';
import { paths } from '../paths.ts';
import { zoneLetter } from '../region.ts';
import { useWords } from '../words/language.tsx';
import page from './OverviewPage.module.css';
import { zonesOf } from './summary.ts';
import { overviewWords } from './words.ts';
import classes from './Zones.module.css';

/** How the fleet is spread: what goes with a zone when it goes. */
export function Zones({
  region,
  fleet,
}: {
  region: string;
  fleet: readonly Instance[] | undefined;
}) {
  const overview = overviewWords.useWords();
  const { instances } = useWords();
  const list = paths.instances(region);
  return (
    <section className={page.section}>
      <h2 className={page.title}>{overview.zones}</h2>
      {!fleet && <Bones rows={3} />}
      {fleet && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{instances.columns.zone}</th>
              <th scope="col">{instances.tabs.running}</th>
              <th scope="col">{instances.tabs.stopped}</th>
              <th scope="col">{overview.all}</th>
            </tr>
          </thead>
          <tbody>
            {zonesOf(fleet).map(({ az, running, stopped, total }) => (
              <tr key={az}>
                <td>
                  <Link to={`${list}?f=zone:is:${az}`} className={page.link}>
                    {zoneLetter(az, region)} <span className={`mono ${page.id}`}>{az}</span>
                  </Link>
                </td>
                <td>{overview.number(running)}</td>
                <td>{overview.number(stopped)}</td>
                <td>{overview.number(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
