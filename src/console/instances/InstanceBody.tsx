import type { Instance } from '../../contract/instances.ts';
import { RecentActivity, ResourceActivity } from '../activity/ResourceActivity.tsx';
import { DetailPage } from '../kit/detail/DetailPage.tsx';
import { RawJson } from '../kit/detail/RawJson.tsx';
import { paths } from '../paths.ts';
import { InstanceDisks } from './InstanceDisks.tsx';
import { InstanceInterfaces } from './InstanceInterfaces.tsx';
import { InstanceProperties } from './InstanceProperties.tsx';

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
    case 'disks':
      return (
        <DetailPage>
          <InstanceDisks instance={instance} />
        </DetailPage>
      );
    case 'network':
      return (
        <DetailPage>
          <InstanceInterfaces instance={instance} full />
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
          <InstanceProperties instance={instance} region={region} />
          <InstanceDisks instance={instance} />
          <InstanceInterfaces instance={instance} />
        </DetailPage>
      );
  }
}
