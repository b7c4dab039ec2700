import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useFloating } from '../kit/use-floating.ts';
import { ChoiceMenu } from '../kit/floats.tsx';
import { useWords } from '../words/language.tsx';

const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon };
const schemes = ['auto', 'light', 'dark'] as const;

/** Light, dark, or whatever the system says. */
export function SchemeSwitch() {
  const { shell } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  const { anchor, close, trigger } = useFloating();
  const Icon = icons[shown];
  return (
    <>
      <ActionIcon size={28} aria-label={shell.scheme} title={shell.scheme} {...trigger}>
        <Icon size={16} stroke={1.6} />
      </ActionIcon>
      {anchor && (
        <ChoiceMenu
          anchor={anchor}
          align="end"
          label={shell.scheme}
          chosen={colorScheme}
          choices={schemes.map((value) => ({
            value,
            label: shell.schemes[value],
            icon: icons[value],
          }))}
          onChoose={setColorScheme}
          onClose={close}
        />
      )}
    </>
  );
}
