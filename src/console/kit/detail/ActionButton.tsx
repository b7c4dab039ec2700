import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useRegion } from '../../region.ts';
import { useWords } from '../../words/language.tsx';
import { useOpenAction } from '../ActionHost.tsx';
import { type Action, asks, useWhyNot } from '../action.ts';

/** An action as a button; a link is the primary one. What cannot be done says why. */
export function ActionButton<T>({ action, item }: { action: Action<T>; item: T }) {
  const words = useWords();
  const region = useRegion();
  const openAction = useOpenAction();
  const why = useWhyNot()(action, item);
  const Icon = action.icon;
  const common = {
    leftSection: <Icon size={14} stroke={1.7} />,
    title: why,
    // What opens beside this page is what most people come for.
    variant: action.link?.newTab ? 'filled' : 'default',
  };
  const label = `${action.label(words)}${asks(action) ? '…' : ''}`;
  if (why !== undefined) {
    return (
      <Button {...common} variant="default" data-disabled aria-disabled="true">
        {label}
      </Button>
    );
  }
  if (action.link) {
    return (
      <Button
        {...common}
        component={Link}
        to={action.link.to(item, region)}
        {...(action.link.newTab && { target: '_blank', rel: 'noopener noreferrer' })}
      >
        {label}
      </Button>
    );
  }
  return (
    <Button
      {...common}
      onPointerEnter={action.preload}
      onFocus={action.preload}
      onClick={() => openAction(action, [item])}
    >
      {label}
    </Button>
  );
}
