import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useCall } from '../api/context.tsx';
import { DetailReading } from '../kit/detail/DetailReading.tsx';
import { useTitle } from '../kit/title.ts';
import { paths } from '../paths.ts';
import { useRegion } from '../region.ts';
import { templateOptions, templatesOptions } from './queries.ts';
import { nameOf } from './resource.ts';
import { TemplateBody } from './TemplateBody.tsx';
import { TemplateHeader } from './TemplateHeader.tsx';
import { templateWords } from './words.ts';

/** Everything about one template, and everything that can be done with it. */
export function TemplatePage() {
  const { templateId = '', tab = 'overview' } = useParams();
  const region = useRegion();
  // Another template is another page: nothing of the last one may show through.
  return <OneTemplate key={`${region} ${templateId}`} {...{ region, templateId, tab }} />;
}

interface OneTemplateProps {
  region: string;
  templateId: string;
  tab: string;
}

function OneTemplate({ region, templateId, tab }: OneTemplateProps) {
  const words = templateWords.useWords();
  const client = useQueryClient();
  const call = useCall();
  const query = useQuery({
    ...templateOptions(call, region, templateId),
    // Whoever comes from the list sees at once what the list knew.
    placeholderData: () => {
      const list = client.getQueryData(templatesOptions(call, region).queryKey);
      const known = list?.items.find(({ id }) => id === templateId);
      return known && { instanceTemplate: known };
    },
  });
  const template = query.data?.instanceTemplate;
  useTitle(template ? nameOf(template) : templateId);
  return (
    <DetailReading
      query={query}
      item={template}
      id={templateId}
      region={region}
      parent={{ label: words.title, to: paths.templates(region) }}
      words={{ ...words, failed: words.failedOne }}
    >
      {(found) => (
        <>
          <TemplateHeader template={found} region={region} tab={tab} />
          <TemplateBody template={found} region={region} tab={tab} />
        </>
      )}
    </DetailReading>
  );
}
