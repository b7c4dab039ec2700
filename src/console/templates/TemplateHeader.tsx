import type { InstanceTemplate } from '../../contract/templates.ts';
import { useDoingsOf } from '../activity/ResourceActivity.tsx';
import { DetailHeader } from '../kit/detail/DetailHeader.tsx';
import { Fact, Facts } from '../kit/detail/Facts.tsx';
import { LinkTabs } from '../kit/detail/LinkTabs.tsx';
import { PlainText } from '../kit/text.tsx';
import { minuteOf } from '../kit/when.ts';
import { paths } from '../paths.ts';
import { useTemplateActions } from './actions.tsx';
import { groupsOf } from './columns.tsx';
import { disksText, loginText } from './look.ts';
import { recipeOfTemplate } from './recipe.ts';
import { useReferences } from './references.ts';
import { nameOf } from './resource.ts';
import { templateWords } from './words.ts';

interface PartProps {
  template: InstanceTemplate;
  region: string;
}

/** What it is, what can be done with it, and the parts of its page. */
export function TemplateHeader({ template, region, tab }: PartProps & { tab: string }) {
  const { title } = templateWords.useWords();
  return (
    <DetailHeader
      item={template}
      id={template.id}
      name={nameOf(template)}
      parent={{ label: title, to: paths.templates(region) }}
      actions={useTemplateActions()}
      shown={['verifyInstanceTemplate', 'createInstances']}
      renamedBy="updateInstanceTemplate"
      facts={<TemplateFacts template={template} region={region} />}
      tabs={<Tabs template={template} region={region} tab={tab} />}
    />
  );
}

function TemplateFacts({ template, region }: PartProps) {
  const words = templateWords.useWords();
  const { columns: say } = words;
  const recipe = recipeOfTemplate(template);
  const { instanceType = '', imageId = '' } = recipe;
  const references = useReferences(region, [recipe]);
  const type = references('instanceType', instanceType);
  return (
    <Facts>
      <Fact label={say.type}>
        <PlainText text={[instanceType, type.note].filter(Boolean).join(' ')} />
      </Fact>
      <Fact label={say.image}>
        <PlainText text={references('imageId', imageId).name ?? imageId} />
      </Fact>
      <Fact label={say.disks}>{disksText(recipe, words)}</Fact>
      <Fact label={say.login}>{loginText(recipe, words)}</Fact>
      <Fact label={say.usedBy}>
        <PlainText text={groupsOf(template, words)} />
      </Fact>
      <Fact label={say.created}>
        <PlainText text={minuteOf(template.createdTime)} />
      </Fact>
    </Facts>
  );
}

function Tabs({ template, region, tab }: PartProps & { tab: string }) {
  const { tabs: words } = templateWords.useWords();
  const { id } = template;
  const doings = useDoingsOf(id).length;
  return (
    <LinkTabs
      label={words.label}
      current={tab}
      tabs={[
        { id: 'overview', label: words.overview, to: paths.template(region, id) },
        {
          id: 'activity',
          label: words.activity,
          to: paths.templateTab(region, id, 'activity'),
          count: doings,
        },
        { id: 'json', label: words.json, to: paths.templateTab(region, id, 'json') },
      ]}
    />
  );
}
