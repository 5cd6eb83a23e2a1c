'use client';
import type { QueueView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { FieldSet } from '../ui/field';
import { Icon } from '../ui/icon';
import type { BulkAction } from './bulk-action';
import { isStopped } from './bulk-choice';
import { noteIcon } from './note-icon';
import type { Reading } from './reading';
import { reviewHref } from './review-href';
import type { Outcome } from './use-bulk';

type Row = QueueView['rows'][number];

/** Each item of a decision on several: what it is, what to mind, what became of it. */
export function BulkItems({
  action,
  rows,
  readings,
  ticked,
  outcomes,
  tab,
  onToggle,
}: {
  action: BulkAction;
  rows: Row[];
  readings: ReadonlyMap<string, Reading | null>;
  ticked: ReadonlySet<string>;
  /** Once it was done. */
  outcomes: ReadonlyMap<string, Outcome> | null;
  tab: string;
  onToggle: (id: string) => void;
}) {
  const t = useT();
  return (
    <FieldSet legend={t('queue.items')} path="bulk.items">
      <ul className="kho-bulkitems">
        {rows.map((row) => {
          const reading = readings.get(row.id) ?? null;
          const outcome = outcomes?.get(row.id);
          return (
            <li key={row.id}>
              {!outcomes && (
                <label className="kho-box">
                  <input
                    aria-label={t('queue.select', { title: row.title })}
                    checked={ticked.has(row.id)}
                    disabled={isStopped(action, reading)}
                    onChange={() => onToggle(row.id)}
                    type="checkbox"
                  />
                </label>
              )}
              <div>
                <a href={reviewHref(row.id, tab, 1)} rel="noreferrer" target="_blank">
                  {row.title}
                </a>
                <p className="kho-small kho-muted">
                  {[row.department, row.licence ?? t('queue.noLicence')].join(', ')}
                </p>
                {!outcomes && <Minding action={action} reading={reading} row={row} />}
                {outcome && (
                  <p className={`kho-outcome${outcome.ok ? '' : ' kho-outcome--bad'}`}>
                    <Icon name={outcome.ok ? 'check' : 'alert'} small />
                    {outcome.text}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </FieldSet>
  );
}

function Minding({
  action,
  row,
  reading,
}: {
  action: BulkAction;
  row: Row;
  reading: Reading | null;
}) {
  const t = useT();
  const words = action === 'approve' ? readingWords(t, reading) : null;
  return (
    <div className="kho-bulkitems__notes kho-small">
      {row.notes.map((note) => {
        const { icon, warn } = noteIcon(note.code);
        return (
          <span className={`kho-note${warn ? ' kho-note--warn' : ''}`} key={note.code}>
            <Icon name={icon} small />
            {note.label}
          </span>
        );
      })}
      {words && (
        <span className="kho-note kho-note--warn">
          <Icon name="eye" small />
          {words}
        </span>
      )}
    </div>
  );
}

function readingWords(t: ReturnType<typeof useT>, reading: Reading | null): string | null {
  if (!reading) return t('queue.neverOpened');
  if (reading.open > 0) return t('queue.doubts', { count: reading.open });
  return reading.unread > 0 ? t('review.unreadNote', { count: reading.unread }) : null;
}
