import { useQuery } from '@tanstack/react-query';
import type { Image } from '../../../contract/images.ts';
import { loginUser } from '../../../contract/logins.ts';
import { isHostname } from '../../../contract/rules.ts';
import { userdataProblem } from '../../../contract/userdata.ts';
import { useCall } from '../../api/context.tsx';
import { keypairsOptions } from '../../keypairs/queries.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { FieldRow } from '../../kit/form/Field.tsx';
import { PasswordField } from '../../kit/form/PasswordField.tsx';
import { PickField, possibleFirst } from '../../kit/form/PickField.tsx';
import { SegmentsField } from '../../kit/form/SegmentsField.tsx';
import { SelectField } from '../../kit/form/SelectField.tsx';
import { TextArea, TextField } from '../../kit/form/TextField.tsx';
import { useSay } from '../../words/language.tsx';
import { changeWords } from '../change-words.ts';
import {
  asksPassword,
  type Candidate,
  type Login,
  rebuildSources,
  type RebuildValues,
} from './rebuild.ts';

interface FieldsProps {
  values: RebuildValues;
  onChange: (change: Partial<RebuildValues>) => void;
}

interface ImageChoiceProps extends FieldsProps {
  /** Nothing while they are being read. */
  candidates: readonly Candidate[] | undefined;
  failed: boolean;
  chosen: Candidate | undefined;
}

/** Which image; those that do not fit say why. */
export function ImageChoice({ values, onChange, candidates, failed, chosen }: ImageChoiceProps) {
  const { rebuild: say, image } = changeWords.useWords();
  const speak = useSay();
  const isList = values.source !== 'current';
  return (
    <FieldRow>
      <SelectField
        label={say.source}
        value={values.source}
        width={220}
        autofocus
        choices={rebuildSources.map((value) => ({ value, label: say.sources[value] }))}
        onChange={(source) => onChange({ source, imageId: '' })}
      />
      {isList ? (
        <PickField
          label={say.image}
          width={444}
          placeholder={say.choose}
          value={values.imageId}
          choices={
            candidates &&
            possibleFirst(
              candidates.map(({ image: one, why }) => ({
                value: one.imageId,
                label: one.name ?? one.imageId,
                note:
                  one.systemDiskSizeGB === undefined ? undefined : image.size(one.systemDiskSizeGB),
                why: why && speak(why),
              })),
            )
          }
          failed={failed}
          empty={say.none}
          onChange={(imageId) => onChange({ imageId })}
        />
      ) : (
        <TextField
          label={say.image}
          width={444}
          readOnly
          value={chosen?.image.name ?? (failed ? '' : say.loading)}
          error={failed ? say.missing : chosen?.why && speak(chosen.why)}
          onChange={() => undefined}
        />
      )}
    </FieldRow>
  );
}

interface LoginFieldsProps extends FieldsProps {
  image: Image;
  possible: readonly Login[];
  region: string;
}

/** How somebody gets in afterwards. */
export function LoginFields({ values, onChange, image, possible, region }: LoginFieldsProps) {
  const { rebuild: say, password } = changeWords.useWords();
  const { data: keypairs, isError } = useQuery(keypairsOptions(useCall(), region));
  const user = loginUser(image.osType);
  return (
    <>
      {possible.length > 1 && (
        <SegmentsField
          label={say.login}
          value={values.login}
          hint={values.login === 'image' && say.inheritHint}
          choices={possible.map((value) => ({ value, label: say.logins[value] }))}
          onChange={(login) => onChange({ login })}
        />
      )}
      {values.login === 'key' && (
        <>
          <PickField
            label={say.key}
            width={320}
            placeholder={say.chooseKey}
            value={values.keyName}
            choices={keypairs?.items.map(({ keyName, keyFingerprint }) => ({
              value: keyName,
              label: keyName,
              note: keyFingerprint?.slice(0, 23),
            }))}
            failed={isError}
            empty={say.noKeys}
            onChange={(keyName) => onChange({ keyName })}
          />
          <CheckField
            label={say.passwordToo}
            checked={values.passwordToo}
            onChange={(passwordToo) => onChange({ passwordToo })}
          />
        </>
      )}
      {asksPassword(values) && (
        <PasswordField
          label={say.password}
          aside={password.user(user)}
          user={user}
          value={values.password}
          onChange={(typed) => onChange({ password: typed })}
        />
      )}
    </>
  );
}

/** Its name in the network and what it runs once; both can be left to the cloud. */
export function SystemFields({ values, onChange, image }: FieldsProps & { image: Image }) {
  const { rebuild: say, script: scriptWords } = changeWords.useWords();
  const { hostname, script } = values;
  const system = image.osType === 'windows' ? 'windows' : 'linux';
  const wrong = hostname !== '' && !isHostname(hostname, image.osType);
  const problem = script === '' ? undefined : userdataProblem(script, image.osType);
  return (
    <>
      <TextField
        label={say.hostname}
        optional
        code
        width={320}
        value={hostname}
        placeholder={say.hostnameDefault}
        hint={say.hostnameRule[system]}
        error={wrong ? say.hostnameRule[system] : undefined}
        onChange={(typed) => onChange({ hostname: typed })}
      />
      <TextArea
        label={say.script}
        optional
        code
        rows={3}
        value={script}
        hint={say.scriptHint}
        error={problem === 'begin' ? scriptWords.begin[system] : problem && scriptWords.long}
        onChange={(typed) => onChange({ script: typed })}
      />
    </>
  );
}
