import { Button } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { languages } from '../../contract/words.ts';
import classes from './SignIn.module.css';
import { languageNames, useLanguage } from '../words/language.tsx';

/** The page's own switch is out of reach behind the dialog. */
export function OtherLanguage() {
  const { language, speak } = useLanguage();
  return languages
    .filter((other) => other !== language)
    .map((other) => (
      <Button
        key={other}
        size="md"
        variant="subtle"
        className={classes.language}
        lang={other}
        leftSection={<IconLanguage size={14} stroke={1.7} />}
        onClick={() => void speak(other)}
      >
        {languageNames[other]}
      </Button>
    ));
}
