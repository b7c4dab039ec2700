import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CloudError } from '../../../contract/envelope.ts';
import { templateFinding } from '../../../contract/template-rules.ts';
import type { InstanceTemplate } from '../../../contract/templates.ts';
import { useCall } from '../../api/context.tsx';
import type { ActionDialogProps } from '../../kit/action.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { explain } from '../../kit/explain.ts';
import { FailureNote } from '../../kit/FailureNote.tsx';
import { type Look, StatusGlyph } from '../../kit/Status.tsx';
import { paths } from '../../paths.ts';
import { useWords } from '../../words/language.tsx';
import { verifyOptions } from '../queries.ts';
import { nameOf } from '../resource.ts';
import { templateWords, type TemplateWords } from '../words.ts';
import { NamedFields } from './NamedFields.tsx';
import classes from './VerifyDialog.module.css';

/** What the cloud said of one template, or that it has not yet. */
interface Verdict {
  template: InstanceTemplate;
  look: Look;
  sentence: string;
  error?: CloudError;
}

/** Whether instances can be made from these templates. Of one alone it shows every field that names something. */
export function VerifyDialog({ items, region, onClose }: ActionDialogProps<InstanceTemplate>) {
  const words = templateWords.useWords();
  const { verify: say } = words;
  const call = useCall();
  const shared = useWords();
  const results = useQueries({ queries: items.map(({ id }) => verifyOptions(call, region, id)) });
  const verdicts = items.map<Verdict>((template, at) => {
    const { data, error, isFetching } = results[at] ?? {};
    if (isFetching) return { template, look: 'changing', sentence: say.checking };
    // An earlier verdict outlives a later refusal in the cache.
    if (data && !error) return { template, look: 'ok', sentence: say.valid };
    if (!(error instanceof CloudError)) return { template, look: 'unknown', sentence: say.other };
    const meaning = meaningOf(error, words);
    return {
      template,
      look: meaning === undefined ? 'unknown' : 'bad',
      sentence: meaning ?? explain(shared, error) ?? say.other,
      error,
    };
  });
  const [only] = items;
  const [first] = verdicts;
  const isOne = items.length === 1;
  return (
    <Dialog
      width={720}
      title={isOne ? say.title(nameOf(only)) : say.titleMany(items.length)}
      aside={
        isOne ? (
          <span className="mono">{only.id}</span>
        ) : (
          say.summary(verdicts.filter(({ look }) => look === 'ok').length, items.length)
        )
      }
      note={say.meaning}
      buttons={
        <>
          <Button
            size="md"
            leftSection={<IconShieldCheck size={14} stroke={1.7} />}
            onClick={() => {
              for (const { refetch } of results) void refetch();
            }}
          >
            {say.again}
          </Button>
          <Button size="md" variant="filled" type="submit" data-autofocus>
            {say.close}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={onClose}
    >
      {isOne && first ? (
        <div className={classes.one}>
          {first.error ? (
            <FailureNote failure={first.error} meaning={first.sentence} />
          ) : (
            <p className={classes.verdict} role="status">
              <StatusGlyph look={first.look} turning={first.look === 'changing'} />
              {first.sentence}
            </p>
          )}
          <NamedFields template={only} region={region} error={first.error} onLeave={onClose} />
        </div>
      ) : (
        <ul className={classes.many} aria-live="polite">
          {verdicts.map((verdict) => (
            <VerdictRow key={verdict.template.id} {...verdict} region={region} onLeave={onClose} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function meaningOf(error: CloudError, { verify }: TemplateWords): string | undefined {
  const finding = templateFinding(error);
  return finding && verify.findings[finding.field](finding.missing ?? '');
}

interface VerdictRowProps extends Verdict {
  region: string;
  onLeave: () => void;
}

function VerdictRow({ template, look, sentence, error, region, onLeave }: VerdictRowProps) {
  return (
    <li className={classes.row}>
      <StatusGlyph look={look} turning={look === 'changing'} />
      <Link className={classes.name} to={paths.template(region, template.id)} onClick={onLeave}>
        {nameOf(template)}
      </Link>
      <span>
        {sentence}
        {error && <span className={`mono ${classes.own}`}>{error.message}</span>}
      </span>
    </li>
  );
}
