import { IconArrowDown, IconArrowUp, IconBackspace, IconCornerDownLeft } from '@tabler/icons-react';
import { commandKey } from './command-key.ts';
import { paletteWords } from './palette-words.ts';
import classes from './Palette.module.css';

interface PaletteFootProps {
  found: number;
  /** Something is in hand that can be let go of. */
  scoped: boolean;
  /** The current line can be taken in hand. */
  takable: boolean;
}

/** What the keys do, and how much was found. */
export function PaletteFoot({ found, scoped, takable }: PaletteFootProps) {
  const palette = paletteWords.useWords();
  const { keys } = palette;
  const icon = { size: 12, stroke: 1.8 };
  return (
    <div className={classes.foot}>
      <span>
        <kbd>
          <IconArrowUp {...icon} />
        </kbd>
        <kbd>
          <IconArrowDown {...icon} />
        </kbd>
        {keys.move}
      </span>
      <span>
        <kbd>
          <IconCornerDownLeft {...icon} />
        </kbd>
        {keys.run}
      </span>
      <span>
        <kbd>
          {commandKey}
          <IconCornerDownLeft {...icon} />
        </kbd>
        {keys.newTab}
      </span>
      {takable && (
        <span>
          <kbd>Tab</kbd>
          {keys.actions}
        </span>
      )}
      {scoped && (
        <span>
          <kbd>
            <IconBackspace {...icon} />
          </kbd>
          {keys.leave}
        </span>
      )}
      <span role="status" className={classes.found}>
        {palette.found(found)}
      </span>
    </div>
  );
}
