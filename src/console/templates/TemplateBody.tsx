import type { InstanceTemplate } from '../../contract/templates.ts';
import { RecentActivity, ResourceActivity } from '../activity/ResourceActivity.tsx';
import { DetailPage } from '../kit/detail/DetailPage.tsx';
import { RawJson } from '../kit/detail/RawJson.tsx';
import { paths } from '../paths.ts';
import { CustomData } from './CustomData.tsx';
import { TemplateProperties } from './TemplateProperties.tsx';

interface BodyProps {
  template: InstanceTemplate;
  region: string;
  /** A part that does not exist shows the first. */
  tab: string;
}

/** The part of a template's page that its tab names. */
export function TemplateBody({ template, region, tab }: BodyProps) {
  const { id } = template;
  switch (tab) {
    case 'activity':
      return (
        <DetailPage>
          <ResourceActivity id={id} />
        </DetailPage>
      );
    case 'json':
      return <RawJson value={template} />;
    default:
      return (
        <DetailPage
          aside={<RecentActivity id={id} all={paths.templateTab(region, id, 'activity')} />}
        >
          <TemplateProperties template={template} region={region} />
          <CustomData templateId={id} region={region} />
        </DetailPage>
      );
  }
}
