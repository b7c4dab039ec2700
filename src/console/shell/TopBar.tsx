import { IconFlask, IconLock } from '@tabler/icons-react';
import { TrayButton } from '../activity/TrayButton.tsx';
import { useBoot } from '../boot-context.tsx';
import { useWords } from '../words/language.tsx';
import { Account } from './Account.tsx';
import { CommandBox } from './CommandBox.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { RegionSwitch } from './RegionSwitch.tsx';
import { SchemeSwitch } from './SchemeSwitch.tsx';
import classes from './TopBar.module.css';

/** Where we are and in which cloud; the command box; what is going on; language and colours. */
export function TopBar({ region }: { region: string }) {
  const { shell } = useWords();
  const { cloud, readOnly } = useBoot();
  return (
    <header className={classes.bar}>
      <div className={classes.side}>
        <RegionSwitch region={region} />
        {cloud === 'simulator' && (
          <strong className={classes.simulator} title={shell.simulatorHint}>
            <IconFlask size={14} stroke={1.7} />
            {shell.simulator}
          </strong>
        )}
        {readOnly && (
          <strong className={classes.readOnly} title={shell.readOnlyHint}>
            <IconLock size={14} stroke={1.7} />
            {shell.readOnly}
          </strong>
        )}
      </div>
      <CommandBox region={region} />
      <div className={classes.side} data-end>
        <TrayButton />
        <span className={classes.divider} />
        <LanguageSwitch />
        <SchemeSwitch />
        <Account />
      </div>
    </header>
  );
}
