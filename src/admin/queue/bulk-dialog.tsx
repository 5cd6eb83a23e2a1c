'use client';
import { useAuth } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { QueueView, ReferenceView } from '../../review/view-models';
import { ReasonFields } from '../actions/reason-fields';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { TextArea } from '../ui/text-control';
import type { BulkAction } from './bulk-action';
import { tickedAtFirst } from './bulk-choice';
import { BulkItems } from './bulk-items';
import { readingOf, type Reading } from './reading';
import type { Outcome, useBulk } from './use-bulk';

type Row = QueueView['rows'][number];
type Readings = ReadonlyMap<string, Reading | null>;

/** Names each item before several are decided, and what became of each after. */
export function BulkDialog({
  action,
  bulk,
  chosen,
  tab,
  onClose,
}: {
  action: BulkAction;
  bulk: ReturnType<typeof useBulk>;
  chosen: Row[];
  tab: string;
  onClose: () => void;
}) {
  const t = useT();
  const { user } = useAuth();
  // As they were when the question was asked: what is decided leaves the list behind it.
  const [rows] = useState(chosen);
  const [readings] = useState<Readings>(
    () => new Map(rows.map((row) => [row.id, readingOf(String(user?.id), row.id, row.roundAt)])),
  );
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        rows.flatMap((row) =>
          tickedAtFirst(action, row, readings.get(row.id) ?? null) ? [row.id] : [],
        ),
      ),
  );
  const { data: reference } = useResource<ReferenceView>('/api/staff/reference');
  const [reasons, setReasons] = useState<string[]>([]);
  const [comment, setComment] = useState('');
  const [seen, setSeen] = useState(false);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome> | null>(null);
  // What was ticked is confirmed as it stands, not as it stood before.
  useEffect(() => setSeen(false), [ticked]);

  const needsReasons = action === 'return';
  const approves = action === 'approve';
  const count = ticked.size;
  const ready = count > 0 && (!needsReasons || reasons.length > 0) && (!approves || seen);
  const toggle = (id: string) =>
    setTicked((set) => {
      const next = new Set(set);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const go = async () => {
    const done = await bulk.run([...ticked], {
      action,
      reasons: needsReasons ? reasons : undefined,
      comment: comment.trim() || undefined,
    });
    if (done) setOutcomes(done);
  };
  const shown = outcomes ? rows.filter(({ id }) => outcomes.has(id)) : rows;
  const succeeded = shown.filter(({ id }) => outcomes?.get(id)?.ok).length;

  return (
    <Dialog
      footer={
        outcomes ? (
          <Button onClick={onClose} variant="primary">
            {t('common.close')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button blocked={!ready} busy={bulk.busy} onClick={() => void go()} variant="primary">
              {count === 0 ? t('queue.noneTicked') : t(`queue.do.${action}`, { count })}
            </Button>
          </>
        )
      }
      onClose={onClose}
      open
      title={
        outcomes
          ? t(`queue.did.${action}`, { count: succeeded })
          : t(`queue.ask.${action}`, { count: count || rows.length })
      }
      wide
    >
      {outcomes ? (
        succeeded < shown.length && (
          <p role="status">{t('queue.notDone', { count: shown.length - succeeded })}</p>
        )
      ) : (
        <p>
          {t('queue.bulkText')} {t(`consequence.${action}`)}
        </p>
      )}
      {approves && !outcomes && count < rows.length && (
        <p className="kho-callout">{t('queue.leftOut', { count: rows.length - count })}</p>
      )}
      <BulkItems
        action={action}
        onToggle={toggle}
        outcomes={outcomes}
        readings={readings}
        rows={shown}
        tab={tab}
        ticked={ticked}
      />
      {needsReasons && !outcomes && (
        <>
          <ReasonFields
            action="return"
            onChange={setReasons}
            reference={reference}
            value={reasons}
          />
          <Field label={t('reasons.comment')} path="bulk.comment">
            {(ids) => <TextArea {...ids} onChange={setComment} value={comment} />}
          </Field>
        </>
      )}
      {approves && !outcomes && (
        <Checkbox checked={seen} onChange={setSeen}>
          {t('queue.seenAll')}
        </Checkbox>
      )}
    </Dialog>
  );
}
