import { IconShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mostMembers } from '../../../contract/image-rules.ts';
import { type Image, shareImage } from '../../../contract/images.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { SegmentsField } from '../../kit/form/SegmentsField.tsx';
import { TextArea } from '../../kit/form/TextField.tsx';
import { imageMembersOptions, imageShareQuotaOptions } from '../queries.ts';
import { roomIn } from '../../quotas/queries.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { imageWords } from '../words.ts';
import { accountsIn, malformed } from './accounts.ts';
import { useImageSplit } from './split.ts';

/** Lets other accounts make instances from an image. */
export function ShareDialog({ items, region, onClose, onDone }: ActionDialogProps<Image>) {
  const { share: say } = imageWords.useWords();
  const { skipped } = useImageSplit('shareImage', items, region);
  const [image] = items;
  const [kind, setKind] = useState<'pins' | 'loginNames'>('pins');
  const [text, setText] = useState('');
  const members = useMembers(image, region);
  const { submit, ...submission } = useSubmit(onDone);
  const asked = accountsIn(text);
  const known = members[kind];
  const wanted = asked.filter((account) => !known.includes(account));
  const strange = malformed(wanted);
  const left = members.limit - members.count;
  const error =
    (strange.length > 0 && say.malformed(strange)) ||
    (wanted.length > left && say.tooMany(wanted.length, Math.max(0, left))) ||
    undefined;
  return (
    <AskDialog
      title={say.title(nameOf(image))}
      id={image.imageId}
      verb={wanted.length > 0 ? say.verb(wanted.length) : say.share}
      icon={IconShare}
      note={say.count(members.count, members.limit)}
      why={skipped[0]?.why}
      submission={submission}
      ready={wanted.length > 0 && error === undefined}
      hasField
      onSubmit={() =>
        void submit({
          operation: shareImage,
          input: { regionId: region, imageId: image.imageId, [kind]: wanted },
          resource: resourceOf(image),
        })
      }
      onClose={onClose}
    >
      <p>{say.consequence}</p>
      <SegmentsField
        label={say.kind}
        value={kind}
        onChange={setKind}
        choices={[
          { value: 'pins', label: say.pins },
          { value: 'loginNames', label: say.loginNames },
        ]}
      />
      <TextArea
        label={say.accounts}
        value={text}
        code
        autofocus
        hint={say.hint(asked.length - wanted.length)}
        error={error}
        onChange={setText}
      />
    </AskDialog>
  );
}

/** With whom it is shared now, and with how many it can be. */
export function useMembers(image: Image | undefined, region: string) {
  const call = useCall();
  const imageId = image?.imageId ?? '';
  const enabled = image !== undefined;
  const { data, isPending } = useQuery({ ...imageMembersOptions(call, region, imageId), enabled });
  const quota = useQuery({ ...imageShareQuotaOptions(call, region, imageId), enabled });
  const { pins = [], loginNames = [] } = data ?? {};
  return {
    pins,
    loginNames,
    count: pins.length + loginNames.length,
    limit: roomIn(quota.data, 'imageShare')?.limit ?? mostMembers,
    isPending,
  };
}
