import { IconDatabaseExport } from '@tabler/icons-react';
import { useState } from 'react';
import { isOssAddress, ossRegionOf } from '../../../contract/image-import.ts';
import { exportImage, type Image } from '../../../contract/images.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import type { ActionDialogProps } from '../../kit/action.ts';
import { CheckField } from '../../kit/form/CheckField.tsx';
import { FaultsProvider, useFaults } from '../../kit/form/faults.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { newToken } from '../../kit/token.ts';
import { importWords } from '../import/words.ts';
import { nameOf, resourceOf } from '../resource.ts';
import { useImageSplit } from './split.ts';

/** Writes the disks of an image into a bucket. */
export function ExportDialog({ items, region, onClose, onDone }: ActionDialogProps<Image>) {
  const { export: say } = importWords.useWords();
  const { skipped } = useImageSplit('exportImage', items, region);
  const [image] = items;
  const [ossUrl, setOssUrl] = useState('');
  const [ossPrefix, setOssPrefix] = useState('');
  const [roleName, setRoleName] = useState('');
  const [isAllDisk, setAllDisk] = useState(false);
  // One for this dialog: should its answer be lost, asking again finds the same task.
  const [clientToken] = useState(newToken);
  const { submit, ...submission } = useSubmit(onDone);
  const elsewhere = ossRegionOf(ossUrl);
  const urlWrong =
    (ossUrl === '' && say.needed) ||
    ((!ossUrl.startsWith('https://') || !isOssAddress(ossUrl)) && say.urlRule) ||
    (elsewhere !== undefined && elsewhere !== region && say.wrongRegion(elsewhere, region));
  const faults = useFaults([
    ...(urlWrong ? [{ field: 'ossUrl', label: say.url, message: urlWrong }] : []),
    ...(/^[A-Za-z0-9]{0,32}$/.test(ossPrefix)
      ? []
      : [{ field: 'ossPrefix', label: say.prefix, message: say.prefixRule }]),
    ...(roleName.trim() === ''
      ? [{ field: 'roleName', label: say.role, message: say.needed }]
      : []),
  ]);
  const object = `${ossPrefix && `${ossPrefix}_`}exportImage_${image.imageId}`;
  const dataDisks = (image.dataDisks ?? []).length;
  return (
    <FaultsProvider faults={faults}>
      <AskDialog
        title={say.title(nameOf(image))}
        id={image.imageId}
        verb={say.verb}
        icon={IconDatabaseExport}
        why={skipped[0]?.why}
        submission={submission}
        hasField
        onSubmit={() => {
          if (!faults.check()) return;
          void submit({
            operation: exportImage,
            input: {
              regionId: region,
              imageId: image.imageId,
              ossUrl,
              roleName: roleName.trim(),
              clientToken,
              ...(ossPrefix !== '' && { ossPrefix }),
              ...(isAllDisk && { isAllDisk }),
            },
            resource: resourceOf(image),
          });
        }}
        onClose={onClose}
      >
        <TextField
          name="ossUrl"
          label={say.url}
          value={ossUrl}
          code
          autofocus
          placeholder={say.urlExample(region)}
          hint={say.urlHint}
          onChange={(value) => setOssUrl(value.trim())}
        />
        <TextField
          name="ossPrefix"
          label={say.prefix}
          optional
          value={ossPrefix}
          code
          hint={say.prefixHint(object)}
          onChange={setOssPrefix}
        />
        <TextField
          name="roleName"
          label={say.role}
          value={roleName}
          hint={say.roleHint}
          onChange={setRoleName}
        />
        {dataDisks > 0 && (
          <CheckField
            label={say.allDisks(dataDisks)}
            hint={say.allDisksHint}
            checked={isAllDisk}
            onChange={setAllDisk}
          />
        )}
        <p>{say.meanwhile}</p>
      </AskDialog>
    </FaultsProvider>
  );
}
