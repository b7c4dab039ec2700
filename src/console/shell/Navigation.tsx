import {
  IconClipboardText,
  IconCpu,
  IconDisc,
  IconGauge,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconServer2,
  IconTemplate,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { NavLink } from 'react-router';
import { useCall } from '../api/context.tsx';
import { useBoot } from '../boot-context.tsx';
import { paths } from '../paths.ts';
import { quotasOptions, roomIn } from '../quotas/queries.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { Logo } from './Logo.tsx';
import classes from './Navigation.module.css';

interface Entry {
  to: string;
  label: string;
  icon: ComponentType<{ size: number; stroke: number }>;
  count?: number | undefined;
  /** The heading over it and what follows. */
  heading?: string;
  /** Only the very address is this page, not what lies below it. */
  exact?: boolean;
}

/** The sections of the console. */
export function Navigation({ region }: { region: string }) {
  const { shell } = useWords();
  const { language } = useLanguage();
  const { audit } = useBoot();
  const quotas = useQuery(quotasOptions(useCall(), region));
  const used = (kind: string) => roomIn(quotas.data, kind)?.used;
  const entries: Entry[] = [
    { to: paths.overview(region), label: shell.overview, icon: IconLayoutDashboard, exact: true },
    {
      to: paths.instances(region),
      label: shell.instances,
      icon: IconServer2,
      count: used('instance'),
    },
    { to: paths.images(region), label: shell.images, icon: IconDisc, count: used('image') },
    {
      to: paths.templates(region),
      label: shell.templates,
      icon: IconTemplate,
      count: used('instanceTemplate'),
    },
    {
      to: paths.keypairs(region),
      label: shell.keypairs,
      icon: IconKey,
      count: used('keypair'),
    },
    {
      to: paths.instanceTypes(region),
      label: shell.instanceTypes,
      icon: IconCpu,
      heading: shell.capacity,
    },
    { to: paths.quotas(region), label: shell.quotas, icon: IconGauge },
    { to: paths.activity(region), label: shell.activity, icon: IconHistory },
    ...(audit ? [{ to: paths.audit(region), label: shell.audit, icon: IconClipboardText }] : []),
  ];
  return (
    <nav aria-label={shell.navigation} className={classes.nav}>
      <div className={classes.brand}>
        <Logo />
        <span className={classes.words}>{shell.product}</span>
      </div>
      <ul className={classes.list}>
        {entries.map(({ to, label, icon: Icon, count, heading, exact }) => (
          <li key={to} data-begins={heading && true}>
            {heading && <p className={`${classes.heading} ${classes.words}`}>{heading}</p>}
            <NavLink to={to} end={exact ?? false} className={classes.link ?? ''} title={label}>
              <Icon size={16} stroke={1.6} />
              <span className={classes.words}>{label}</span>
              {count !== undefined && (
                <span className={classes.count}>{count.toLocaleString(language)}</span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
