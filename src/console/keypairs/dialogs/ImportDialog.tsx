import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ClipboardEvent, useRef, useState } from 'react';
import { importKeypair } from '../../../contract/keypairs.ts';
import {
  holdsPrivateKey,
  type PublicKey,
  type PublicKeyFault,
  readPublicKey,
} from '../../../contract/public-key.ts';
import { AskDialog } from '../../activity/AskDialog.tsx';
import { useSubmit } from '../../activity/use-submit.ts';
import { useCall } from '../../api/context.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { TextArea, TextField } from '../../kit/form/TextField.tsx';
import { Note } from '../../kit/Note.tsx';
import { Property } from '../../kit/PropertyList.tsx';
import { CodeText, PlainText } from '../../kit/text.tsx';
import { keypairsOptions } from '../queries.ts';
import { resourceOf } from '../resource.ts';
import { keypairWords } from '../words.ts';
import classes from './ImportDialog.module.css';
import { useName } from './name.ts';

/** No public key is longer. */
const largestFile = 16 * 1024;

/** Puts a public key that somebody has into the cloud. A private one does not get as far as this dialog's memory. */
export function ImportDialog({ items: [region], onClose, onDone }: ActionDialogProps<string>) {
  const { import: say, create, nameRule, faults } = keypairWords.useWords();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  /** What became of what was last pasted or chosen, where it was not taken. */
  const [refused, setRefused] = useState<PublicKeyFault | 'large' | 'unreadable'>();
  const { error, wrong, note, why } = useName(name, region);
  const { submit, ...submission } = useSubmit<typeof importKeypair>(onDone);
  const read = readPublicKey(text);
  const key = typeof read === 'string' ? undefined : read;
  const fault = refused ?? (typeof read === 'string' && read !== 'empty' ? read : undefined);

  const take = (given: string) => {
    const isPrivate = holdsPrivateKey(given);
    setRefused(isPrivate ? 'private' : undefined);
    setText(isPrivate ? '' : given);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!holdsPrivateKey(event.clipboardData.getData('text'))) return;
    event.preventDefault();
    setRefused('private');
  };
  const takeFile = async (file: File) => {
    if (file.size > largestFile) {
      setRefused('large');
      return;
    }
    try {
      take(await file.text());
    } catch {
      setRefused('unreadable');
    }
  };
  return (
    <AskDialog
      title={say.title}
      verb={say.verb}
      icon={IconFileImport}
      {...{ note, why, submission }}
      ready={!wrong && key !== undefined}
      hasField
      onSubmit={() => {
        if (!key) return;
        void submit({
          operation: importKeypair,
          input: { regionId: region, keyName: name, publicKey: key.line },
          resource: resourceOf(name),
        });
      }}
      onClose={onClose}
    >
      <TextField
        label={create.name}
        value={name}
        autofocus
        code
        hint={nameRule}
        error={error}
        onChange={setName}
      />
      <div onPasteCapture={onPaste}>
        <TextArea
          label={say.publicKey}
          value={text}
          code
          rows={5}
          placeholder={say.example}
          hint={say.hint}
          error={fault && faults[fault]}
          onChange={take}
        />
      </div>
      <FileButton onFile={(file) => void takeFile(file)} />
      {key && <Reading publicKey={key} region={region} />}
    </AskDialog>
  );
}

function FileButton({ onFile }: { onFile: (file: File) => void }) {
  const { import: say } = keypairWords.useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <Button onClick={() => input.current?.click()}>{say.choose}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pub,text/plain"
        aria-label={say.choose}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file may be chosen once more.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** What the line says, before it is sent: how the cloud will know it. */
function Reading({ publicKey, region }: { publicKey: PublicKey; region: string }) {
  const { import: say, created } = keypairWords.useWords();
  const { data } = useQuery(keypairsOptions(useCall(), region));
  const { kind, bits, type, comment, fingerprint } = publicKey;
  const twin = data?.items.find(({ keyFingerprint }) => keyFingerprint === fingerprint);
  return (
    <div>
      <dl className={classes.facts}>
        <Property label={say.kind}>
          {kind} {bits}
          <span className={`mono ${classes.quiet}`}>{type}</span>
        </Property>
        <Property label={say.comment}>
          <PlainText text={comment} />
        </Property>
        <Property label={created.fingerprint}>
          <CodeText text={fingerprint} />
        </Property>
      </dl>
      {twin && <Note tone="warn">{say.twin(twin.keyName)}</Note>}
    </div>
  );
}
