import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../kit/EmptyState.tsx';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import { useWords } from '../words/language.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const { shell } = useWords();
  const region = useRegion();
  useTitle(shell.notFound);
  return (
    <EmptyState
      page
      title={shell.notFound}
      actions={
        <Button component={Link} to={paths.instances(region)} variant="filled" size="md">
          {shell.toInstances}
        </Button>
      }
    >
      {shell.notFoundHint}
    </EmptyState>
  );
}
