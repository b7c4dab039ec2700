import type { Instance, InstanceNetworkInterfaceAttachment } from '../../contract/instances.ts';
import { interfaceSurvives } from '../../contract/on-delete.ts';
import { DetailTable } from '../kit/DetailTable.tsx';
import { useWords } from '../words/language.tsx';
import { CodeText, PlainText } from '../kit/text.tsx';

interface InterfacesProps {
  instance: Instance;
  /** With what there is room for where nothing else is shown. */
  full?: boolean;
}

/** The network interfaces of an instance and what becomes of each when it is deleted. */
export function InstanceInterfaces({ instance, full = false }: InterfacesProps) {
  const { instance: words } = useWords();
  const { primaryNetworkInterface: primary, secondaryNetworkInterfaces = [] } = instance;
  const rows = [
    ...(primary ? [{ attachment: primary, isPrimary: true }] : []),
    ...secondaryNetworkInterfaces.map((attachment) => ({ attachment, isPrimary: false })),
  ];
  return (
    <DetailTable
      title={words.interfaces}
      note={String(rows.length)}
      empty={words.noInterfaces}
      head={[
        { label: words.role, width: 84 },
        { label: 'ID', width: 130 },
        { label: words.privateIp, width: 124 },
        { label: words.secondaryIps },
        { label: words.publicIp, width: 130 },
        ...(full
          ? [
              { label: words.subnet, width: 150 },
              { label: words.securityGroups, width: 180 },
              { label: words.sourceCheck, width: 100 },
            ]
          : []),
        { label: words.mac, width: 150 },
        { label: words.onDelete, width: 100 },
      ]}
    >
      {rows.map((row, place) => (
        <InterfaceRow
          key={row.attachment.networkInterface?.networkInterfaceId ?? place}
          {...row}
          full={full}
        />
      ))}
    </DetailTable>
  );
}

interface InterfaceRowProps {
  attachment: InstanceNetworkInterfaceAttachment;
  isPrimary: boolean;
  full: boolean;
}

function InterfaceRow({ attachment, isPrimary, full }: InterfaceRowProps) {
  const { instance: words } = useWords();
  const { networkInterfaceId, macAddress, primaryIp, secondaryIps, ipv6Addresses, ...rest } =
    attachment.networkInterface ?? {};
  const { subnetId, securityGroups = [], sanityCheck } = rest;
  const further = [
    ...(secondaryIps ?? []).map((ip) => ip.privateIpAddress),
    ...(ipv6Addresses ?? []).map((ip) => ip.ipv6Address),
  ];
  const checkWord = (check: number) => (check === 0 ? words.off : words.on);
  const publicIps = [primaryIp, ...(secondaryIps ?? [])].map((ip) => ip?.elasticIpAddress);
  return (
    <tr>
      <td>
        <PlainText text={isPrimary ? words.primary : words.secondary} />
      </td>
      <td>
        <CodeText text={networkInterfaceId} />
      </td>
      <td>
        <CodeText text={primaryIp?.privateIpAddress} />
      </td>
      <td>
        <CodeText text={further.filter(Boolean).join(', ')} />
      </td>
      <td>
        <CodeText text={publicIps.filter(Boolean).join(', ')} />
      </td>
      {full && (
        <>
          <td>
            <CodeText text={subnetId} />
          </td>
          <td>
            <PlainText
              text={securityGroups.map(({ groupName, groupId }) => groupName ?? groupId).join(', ')}
            />
          </td>
          <td>
            <PlainText text={sanityCheck === undefined ? undefined : checkWord(sanityCheck)} />
          </td>
        </>
      )}
      <td>
        <CodeText text={macAddress} />
      </td>
      <td>{interfaceSurvives(attachment, isPrimary) ? words.kept : words.deleted}</td>
    </tr>
  );
}
