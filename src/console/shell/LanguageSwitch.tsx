import { IconLanguage } from '@tabler/icons-react';
import type { Language } from '../../contract/words.ts';
import { useFloating } from '../kit/use-floating.ts';
import { ChoiceMenu } from '../kit/floats.tsx';
import { languageNames, useLanguage, useWords } from '../words/language.tsx';
import classes from './TopBar.module.css';

/** Each language is called by its own name, whichever is on screen. */
const choices = Object.entries(languageNames).map(([value, label]) => ({
  value: value as Language, // the keys of a Record<Language, …>
  label,
}));

export function LanguageSwitch() {
  const { shell } = useWords();
  const { language, speak } = useLanguage();
  const { anchor, close, trigger } = useFloating();
  return (
    <>
      <button
        type="button"
        className={classes.quiet}
        aria-label={`${shell.language}: ${shell.languageName}`}
        {...trigger}
      >
        <IconLanguage size={16} stroke={1.6} />
        <span className={classes.languageName}>{shell.languageName}</span>
      </button>
      {anchor && (
        <ChoiceMenu
          anchor={anchor}
          align="end"
          label={shell.language}
          chosen={language}
          choices={choices}
          onChoose={(value) => void speak(value)}
          onClose={close}
        />
      )}
    </>
  );
}
