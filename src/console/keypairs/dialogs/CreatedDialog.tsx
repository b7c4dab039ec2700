import { Button } from '@mantine/core';
import { IconDownload, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { CopyButton } from '../../kit/CopyButton.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { useLeaveGuard } from '../../kit/form/form-draft.ts';
import { Note } from '../../kit/Note.tsx';
import { Property } from '../../kit/PropertyList.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { StatusGlyph } from '../../kit/Status.tsx';
import { CodeText } from '../../kit/text.tsx';
import { keypairWords } from '../words.ts';
import classes from './CreatedDialog.module.css';

export interface Created {
  keyName: string;
  /** Lives in this dialog alone. */
  privateKey: string | undefined;
  fingerprint: string | undefined;
}

interface CreatedDialogProps {
  created: Created;
  onClose: () => void;
}

/** The one time that a private key is seen: it does not go away before somebody says that it is saved. */
export function CreatedDialog({ created, onClose }: CreatedDialogProps) {
  const { created: say } = keypairWords.useWords();
  const { keyName, privateKey, fingerprint } = created;
  const [saved, setSaved] = useState(false);
  const unsaved = privateKey !== undefined && !saved;
  useLeaveGuard(unsaved);
  const file = `${keyName}.pem`;
  const command = `chmod 600 ${file}`;
  return (
    <Dialog
      sign={<StatusGlyph look={privateKey === undefined ? 'warn' : 'ok'} />}
      title={say.title(keyName)}
      locked={privateKey !== undefined}
      onClose={onClose}
      note={
        privateKey !== undefined && (
          <label className={classes.saved}>
            <Checkbox
              checked={saved}
              onChange={({ currentTarget }) => setSaved(currentTarget.checked)}
            />
            {say.saved}
          </label>
        )
      }
      buttons={
        <>
          <Button size="md" disabled={unsaved} onClick={onClose}>
            {say.close}
          </Button>
          {privateKey !== undefined && (
            <Button
              size="md"
              variant="filled"
              data-autofocus
              leftSection={<IconDownload size={14} stroke={1.7} />}
              onClick={() => saveFile(file, privateKey, 'application/x-pem-file')}
            >
              {say.download}
            </Button>
          )}
        </>
      }
    >
      {privateKey === undefined ? (
        <Note tone="warn">{say.none}</Note>
      ) : (
        <>
          <p className={classes.once}>{say.once}</p>
          <PrivateKey file={file} text={privateKey} />
        </>
      )}
      <dl className={classes.facts}>
        <Property label={say.fingerprint}>
          <CodeText text={fingerprint} />
        </Property>
        {privateKey !== undefined && (
          <Property label={say.next}>
            <CodeText text={command} />
            <CopyButton text={command} what={say.command} />
          </Property>
        )}
      </dl>
    </Dialog>
  );
}

const dots = '•'.repeat(64);

/** Its first and last line and dots between, until its owner wants to see it. */
function PrivateKey({ file, text }: { file: string; text: string }) {
  const { created: say } = keypairWords.useWords();
  const [shown, setShown] = useState(false);
  const lines = text.trim().split('\n');
  // Only what says what this is may be read by somebody who passes by.
  const frame = (line = '') => (line.startsWith('-----') ? line : dots);
  const masked = [frame(lines[0]), dots, dots, dots, frame(lines.at(-1))];
  return (
    <div className={classes.key}>
      <div className={classes.keyHead}>
        <IconKey size={16} stroke={1.6} />
        <span className="mono">{file}</span>
        <span className={classes.quiet}>{say.bytes(text.length)}</span>
        <span className={classes.copy}>
          <CopyButton text={text} what={say.key} />
        </span>
      </div>
      {shown ? (
        // It is longer than the box: it must be possible to scroll it by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={classes.text} tabIndex={0} role="region" aria-label={say.key}>
          {text.trim()}
        </pre>
      ) : (
        <div className={classes.hidden}>
          <pre className={classes.text} aria-hidden="true">
            {masked.join('\n')}
          </pre>
          <Button className={classes.show} onClick={() => setShown(true)}>
            {say.show}
          </Button>
        </div>
      )}
    </div>
  );
}
