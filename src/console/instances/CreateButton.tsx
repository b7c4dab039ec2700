import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useBoot } from '../boot-context.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/language.tsx';

/** The way to the form that makes instances; not where nothing may be changed. */
export function CreateButton({ region, size = 'sm' }: { region: string; size?: 'sm' | 'md' }) {
  const { actions } = useWords();
  if (useBoot().readOnly) return null;
  return (
    <Button
      variant="filled"
      size={size}
      component={Link}
      to={paths.create(region)}
      leftSection={<IconPlus size={14} stroke={1.7} />}
    >
      {actions.createInstances.label}
    </Button>
  );
}
