'use client';
import { useAuth } from '@payloadcms/ui';
import { useState } from 'react';
import type { ReferenceView, WorkbenchView } from '../../review/view-models';
import type { Action } from '../../review/states';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { SelectInput } from '../ui/select-input';
import { TextArea } from '../ui/text-control';
import { keepWords, startingWords } from './kept-words';
import { ProblemList } from './problem-list';
import { QuestionAnswers } from './question-answers';
import { hasSchedule, ScheduleField } from './schedule-field';
import { ReasonFields } from './reason-fields';
import { useAnswers } from './use-answers';
import { useRunAction } from './use-run-action';

export interface Prefill {
  reasons: string[];
  comment: string;
}

/** Says in one sentence what will happen, asks what the action needs, does it. */
export function ActionDialog({
  action,
  id,
  title,
  view,
  prefill,
  note,
  onClose,
  onDone,
}: {
  action: { action: Action; label: string; needsReasons: boolean } | null;
  id: string;
  title: string;
  view?: WorkbenchView;
  prefill?: Prefill;
  note?: string | null;
  onClose: () => void;
  onDone: (action: Action) => void;
}) {
  const t = useT();
  const { data: reference } = useResource<ReferenceView>(action ? '/api/staff/reference' : null);
  const { run, busy, problem, clear } = useRunAction(id);
  const [reasons, setReasons] = useState<string[]>([]);
  const [comment, setComment] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const { user } = useAuth();

  const asked = action?.action;
  const whose = { person: String(user?.id ?? ''), material: id, action: asked ?? '' };
  const answers = useAnswers(whose, view);
  const [opened, setOpened] = useState(asked);
  // Only a newly opened question starts afresh, and at once with what is offered; typing must not.
  if (asked !== opened) {
    setOpened(asked);
    setReasons(prefill?.reasons ?? []);
    setComment(asked ? startingWords(whose, prefill?.comment ?? '') : '');
    setAt(null);
    setTo(null);
    clear();
  }

  const replying = asked === 'submit' && view?.state === 'returned';
  const hintOfReasons = asked && action.needsReasons ? commentHint(asked) : undefined;
  const hintKey = replying ? 'reasons.replyHint' : hintOfReasons;
  const write = (words: string) => {
    setComment(words);
    keepWords(whose, words);
  };
  const silent = replying && view.unchangedSinceReturn && !comment.trim();
  const ready =
    !silent &&
    answers.whole &&
    (!action?.needsReasons || reasons.length > 0) &&
    (asked !== 'reassign' || to !== null) &&
    at !== '';
  const go = async () => {
    if (!asked) return;
    const ok = await run({
      action: asked,
      reasons: action.needsReasons ? reasons : undefined,
      comment: comment.trim() || undefined,
      at: at ?? undefined,
      to: to ?? undefined,
      answers: answers.given(),
    });
    if (!ok) return;
    keepWords(whose, '');
    answers.forget();
    onDone(asked);
  };

  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            blocked={!ready}
            busy={busy}
            onClick={() => void go()}
            variant={asked === 'reject' || asked === 'withdraw' ? 'danger' : 'primary'}
          >
            {asked === 'publish' && at !== null ? t('publish.schedule') : action?.label}
          </Button>
        </>
      }
      onClose={onClose}
      open={action !== null}
      title={asked ? t(`ask.${asked}`, { title }) : ''}
    >
      {asked && (
        <>
          {asked === 'approve' && view?.approvalSentence && <p>{view.approvalSentence}</p>}
          <p className={asked === 'approve' ? 'kho-muted kho-sm' : undefined}>
            {t(`consequence.${asked}`)}
            {asked === 'unapprove' && view?.scheduledAt && ` ${t('publish.cancels')}`}
          </p>
          {note && <p className="kho-callout">{note}</p>}
          {replying && view.unchangedSinceReturn && (
            <p className="kho-callout">
              <strong>{t('guide.unchanged')}</strong> {t('guide.unchangedText')}
            </p>
          )}
          {action.needsReasons && (
            <ReasonFields
              action={asked}
              onChange={setReasons}
              reference={reference}
              value={reasons}
            />
          )}
          <QuestionAnswers answers={answers} />
          {hasSchedule(asked) && <ScheduleField onChange={setAt} value={at} />}
          {asked === 'reassign' && (
            <Field label={t('reassign.to')} path="action.to">
              {(ids) => (
                <SelectInput
                  {...ids}
                  choices={(view?.otherDeciders ?? []).map((one) => ({
                    value: one.id,
                    label: one.name,
                  }))}
                  onChange={setTo}
                  placeholder={t('form.choose')}
                  value={to}
                />
              )}
            </Field>
          )}
          {(action.needsReasons || asked === 'endorse' || asked === 'submit') && (
            <Field
              hint={hintKey && t(hintKey)}
              label={t(replying ? 'reasons.reply' : 'reasons.comment')}
              path="action.comment"
            >
              {(ids) => <TextArea {...ids} onChange={write} rows={5} value={comment} />}
            </Field>
          )}
          <ProblemList problem={problem} />
        </>
      )}
    </Dialog>
  );
}

function commentHint(action: Action) {
  if (action === 'withdraw') return 'reasons.commentHintWithdraw';
  if (action === 'unapprove') return 'reasons.commentHintUnapprove';
  return action === 'reject' ? 'reasons.commentHintReject' : 'reasons.commentHint';
}
