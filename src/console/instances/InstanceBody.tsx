import { Suspense } from 'react';
import type { Instance } from '../../contract/instances.ts';
import { RecentActivity, ResourceActivity } from '../activity/ResourceActivity.tsx';
import { DetailPage } from '../kit/detail/DetailPage.tsx';
import { RawJson } from '../kit/detail/RawJson.tsx';
import { lazily } from '../kit/lazily.ts';
import { paths } from '../paths.ts';
import classes from './InstanceBody.module.css';
import { changeWords } from './change-words.ts';
import { deviceWords } from './devices/words.ts';
import { InstanceDisks } from './InstanceDisks.tsx';
import { InstanceInterfaces } from './InstanceInterfaces.tsx';
import { InstanceProperties } from './InstanceProperties.tsx';
import { monitoringWords } from './monitoring/words.ts';

// The page itself comes first: charts and their words are chunks of their own.
const monitoring = lazily(
  async () => (await import('./monitoring/MonitoringTab.tsx')).MonitoringTab,
  monitoringWords,
);
const sparks = lazily(
  async () => (await import('./monitoring/Sparks.tsx')).Sparks,
  monitoringWords,
);

const pending = lazily(async () => (await import('./Pending.tsx')).Pending, changeWords);

const freeDisks = lazily(
  async () => (await import('./devices/FreeDisks.tsx')).FreeDisks,
  deviceWords,
);
const freeNetwork = lazily(
  async () => (await import('./devices/FreeNetwork.tsx')).FreeNetwork,
  deviceWords,
);

interface BodyProps {
  instance: Instance;
  region: string;
  /** A part that does not exist shows the first. */
  tab: string;
}

/** The part of an instance's page that its tab names. */
export function InstanceBody({ instance, region, tab }: BodyProps) {
  const { instanceId } = instance;
  switch (tab) {
    case 'monitoring':
      return (
        <DetailPage>
          <Suspense fallback={null}>
            <monitoring.component instance={instance} region={region} />
          </Suspense>
        </DetailPage>
      );
    case 'disks':
      return (
        <DetailPage>
          <InstanceDisks instance={instance} region={region} />
          <Suspense fallback={null}>
            <freeDisks.component instance={instance} region={region} />
          </Suspense>
        </DetailPage>
      );
    case 'network':
      return (
        <DetailPage>
          <InstanceInterfaces instance={instance} region={region} full />
          <Suspense fallback={null}>
            <freeNetwork.component instance={instance} region={region} />
          </Suspense>
        </DetailPage>
      );
    case 'activity':
      return (
        <DetailPage>
          <ResourceActivity id={instanceId} />
        </DetailPage>
      );
    case 'json':
      return <RawJson value={instance} />;
    default:
      return (
        <DetailPage
          aside={
            <RecentActivity
              id={instanceId}
              all={paths.instanceTab(region, instanceId, 'activity')}
            />
          }
        >
          <Suspense fallback={null}>
            <pending.component instance={instance} />
          </Suspense>
          {/* As high as what comes, so that nothing moves when it does. */}
          <div className={classes.sparks}>
            <Suspense fallback={null}>
              <sparks.component instance={instance} region={region} />
            </Suspense>
          </div>
          <InstanceProperties instance={instance} region={region} />
          <InstanceDisks instance={instance} region={region} />
          <InstanceInterfaces instance={instance} region={region} />
        </DetailPage>
      );
  }
}
