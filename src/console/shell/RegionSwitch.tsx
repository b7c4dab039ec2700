import { IconChevronDown, IconMapPin } from '@tabler/icons-react';
import { useLocation, useNavigate } from 'react-router';
import { regions } from '../../contract/regions.ts';
import { useFloating } from '../kit/use-floating.ts';
import { ChoiceMenu } from '../kit/floats.tsx';
import { regionName } from '../region.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import classes from './TopBar.module.css';

/** The region everything on screen belongs to. Another one shows the same section there. */
export function RegionSwitch({ region }: { region: string }) {
  const { shell } = useWords();
  const { language } = useLanguage();
  const { anchor, close, trigger } = useFloating();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  // A resource does not exist elsewhere, so of the address only the section is kept.
  const section = pathname.split('/')[2] ?? '';
  const known = regions.map(({ id }) => id as string); // widened, to hold a private cloud's region too
  const ids = known.includes(region) ? known : [region, ...known];
  return (
    <>
      <button
        type="button"
        className={classes.quiet}
        aria-label={shell.region(`${regionName(region, language)} ${region}`)}
        {...trigger}
      >
        <IconMapPin size={16} stroke={1.6} />
        {regionName(region, language)} <span className={classes.id}>{region}</span>
        <IconChevronDown size={14} stroke={1.6} />
      </button>
      {anchor && (
        <ChoiceMenu
          anchor={anchor}
          label={shell.region('')}
          chosen={region}
          choices={ids.map((id) => ({
            value: id,
            label: (
              <>
                {regionName(id, language)} <span className={classes.id}>{id}</span>
              </>
            ),
          }))}
          onChoose={(id) => void navigate(`/${id}${section && `/${section}`}`)}
          onClose={close}
        />
      )}
    </>
  );
}
