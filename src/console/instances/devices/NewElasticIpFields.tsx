import { mostMbps } from '../../../contract/elastic-ips.ts';
import { resourceName } from '../../../contract/rules.ts';
import { SegmentsField } from '../../kit/form/SegmentsField.tsx';
import { SelectField } from '../../kit/form/SelectField.tsx';
import { NumberField, numberOf, TextField } from '../../kit/form/TextField.tsx';
import classes from './devices.module.css';
import { deviceWords } from './words.ts';

type Billing = keyof typeof mostMbps;

/** An elastic IP that is to be made, as typed. */
interface ElasticIpDraft {
  name: string;
  mbps: string;
  billing: Billing;
}

export const emptyElasticIp: ElasticIpDraft = {
  name: '',
  mbps: '5',
  billing: 'postpaid_by_usage',
};

/** What the cloud is asked for, besides the region; nothing while something is wrong with it. */
export function specFrom({ name, mbps, billing }: ElasticIpDraft) {
  const bandwidthMbps = bandwidthIn(mbps, billing);
  if (bandwidthMbps === undefined || nameIsWrong(name)) return undefined;
  return {
    maxCount: 1,
    ...(name !== '' && { elasticIpName: name }),
    elasticIpSpec: { bandwidthMbps, provider: 'bgp', chargeSpec: { chargeMode: billing } },
  };
}

function bandwidthIn(mbps: string, billing: Billing): number | undefined {
  const number = numberOf(mbps);
  return number !== undefined && number >= 1 && number <= mostMbps[billing] ? number : undefined;
}

const nameIsWrong = (name: string) => name !== '' && !resourceName.safeParse(name).success;

interface NewElasticIpProps {
  draft: ElasticIpDraft;
  onChange: (draft: ElasticIpDraft) => void;
}

/** The fields of an elastic IP that is to be made. */
export function NewElasticIpFields({ draft, onChange }: NewElasticIpProps) {
  const say = deviceWords.useWords();
  const { associate: words } = say;
  const { name, mbps, billing } = draft;
  const most = mostMbps[billing];
  const rule = words.bandwidthRule(most);
  return (
    <>
      <SegmentsField<Billing>
        label={words.billing}
        value={billing}
        onChange={(chosen) => onChange({ ...draft, billing: chosen })}
        choices={[
          { value: 'postpaid_by_usage', label: words.byTraffic },
          { value: 'postpaid_by_duration', label: words.byBandwidth },
        ]}
      />
      <div className={classes.pair}>
        <NumberField
          label={words.bandwidth}
          value={mbps}
          min={1}
          max={most}
          unit="Mbps"
          hint={rule}
          error={bandwidthIn(mbps, billing) === undefined ? rule : undefined}
          onChange={(typed) => onChange({ ...draft, mbps: typed })}
        />
        <SelectField
          label={words.line}
          value="bgp"
          // Today every region has this one alone.
          choices={[{ value: 'bgp', label: words.bgp }]}
          onChange={() => undefined}
        />
      </div>
      <TextField
        label={say.name}
        optional
        value={name}
        error={nameIsWrong(name) ? say.nameRule : undefined}
        onChange={(typed) => onChange({ ...draft, name: typed })}
      />
    </>
  );
}
