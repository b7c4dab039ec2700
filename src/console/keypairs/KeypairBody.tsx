import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { InstanceTemplate } from '../../contract/templates.ts';
import { statusWord } from '../../contract/words.ts';
import { RecentActivity, ResourceActivity } from '../activity/ResourceActivity.tsx';
import { useCall } from '../api/context.tsx';
import { Bones } from '../kit/Bones.tsx';
import { DetailPage } from '../kit/detail/DetailPage.tsx';
import { RawJson } from '../kit/detail/RawJson.tsx';
import { DetailTable } from '../kit/DetailTable.tsx';
import { Status } from '../kit/Status.tsx';
import { lookOfStatus } from '../kit/status-look.ts';
import { CodeText, PlainText } from '../kit/text.tsx';
import { pathOf, paths } from '../paths.ts';
import { useLanguage } from '../words/language.tsx';
import classes from './cells.module.css';
import { type KeypairInUse, mostNamed, usersOptions, usersPath } from './users.ts';
import { keypairWords } from './words.ts';
import { NameLink } from '../kit/list/cells.tsx';

interface BodyProps {
  keypair: KeypairInUse;
  region: string;
  /** A part that does not exist shows the first. */
  tab: string;
}

/** The part of a key pair's page that its tab names. */
export function KeypairBody({ keypair, region, tab }: BodyProps) {
  const { keyName, templates, ...told } = keypair;
  switch (tab) {
    case 'activity':
      return (
        <DetailPage>
          <ResourceActivity id={keyName} />
        </DetailPage>
      );
    case 'json':
      return <RawJson value={{ keyName, ...told }} />;
    default:
      return (
        <DetailPage
          aside={
            <RecentActivity id={keyName} all={paths.keypairTab(region, keyName, 'activity')} />
          }
        >
          <Instances keypair={keypair} region={region} />
          {templates && <Templates templates={templates} region={region} />}
        </DetailPage>
      );
  }
}

function Instances({ keypair, region }: { keypair: KeypairInUse; region: string }) {
  const { page: say, columns } = keypairWords.useWords();
  const { language } = useLanguage();
  const { keyName, instanceIds = [] } = keypair;
  const { data } = useQuery(usersOptions(useCall(), region, instanceIds));
  const byId = new Map(data?.instances?.map((instance) => [instance.instanceId, instance]));
  if (instanceIds.length > 0 && !data) return <Bones rows={4} />;
  return (
    <>
      <DetailTable
        title={columns.instances}
        note={instanceIds.length > 0 ? say.count(instanceIds.length) : undefined}
        tools={
          instanceIds.length > 0 && (
            <Link className={classes.link} to={usersPath(region, keyName)}>
              {say.inList}
            </Link>
          )
        }
        empty={say.noInstances}
        head={[
          { label: columns.name },
          { label: say.id, width: 130 },
          { label: say.status, width: 130 },
          { label: say.privateIp, width: 140 },
        ]}
      >
        {instanceIds.slice(0, mostNamed).map((id) => {
          const { instanceName, status = '', privateIpAddress } = byId.get(id) ?? {};
          return (
            <tr key={id}>
              <td>
                <NameLink to={paths.instance(region, id)} name={instanceName || id} />
              </td>
              <td>
                <CodeText text={id} />
              </td>
              <td>
                <Status look={lookOfStatus(status)}>{statusWord(status, language)}</Status>
              </td>
              <td>
                <CodeText text={privateIpAddress} />
              </td>
            </tr>
          );
        })}
      </DetailTable>
      {instanceIds.length > mostNamed && <p className={classes.quiet}>{say.first(mostNamed)}</p>}
    </>
  );
}

interface TemplatesProps {
  templates: readonly InstanceTemplate[];
  region: string;
}

function Templates({ templates, region }: TemplatesProps) {
  const { page: say, columns } = keypairWords.useWords();
  return (
    <DetailTable
      title={columns.templates}
      note={templates.length > 0 ? say.count(templates.length) : undefined}
      empty={say.noTemplates}
      head={[{ label: columns.name }, { label: say.id, width: 160 }, { label: say.description }]}
    >
      {templates.map(({ id, name, description }) => {
        const to = pathOf(region, { kind: 'template', id });
        return (
          <tr key={id}>
            <td>{to ? <NameLink to={to} name={name || id} /> : <PlainText text={name || id} />}</td>
            <td>
              <CodeText text={id} />
            </td>
            <td>
              <PlainText text={description} />
            </td>
          </tr>
        );
      })}
    </DetailTable>
  );
}
