'use client';
import { Link } from '@payloadcms/ui';
import { useEffect, useRef } from 'react';
import type { QueueView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatDate } from '../ui/format';
import { Icon } from '../ui/icon';
import { noteIcon } from './note-icon';
import type { QueueTab } from './use-filter';
import { reviewHref } from './review-href';
import type { Outcome } from './use-bulk';

export function QueueRow({
  row,
  selected,
  current,
  tab,
  page,
  outcome,
  onToggle,
  onFocus,
}: {
  row: QueueView['rows'][number];
  selected: boolean;
  current: boolean;
  tab: QueueTab;
  page: number;
  outcome: Outcome | undefined;
  onToggle: () => void;
  onFocus: () => void;
}) {
  const t = useT();
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    <tr
      aria-current={current || undefined}
      className={[selected && 'sel', current && 'cur'].filter(Boolean).join(' ')}
      onFocus={onFocus}
      ref={line}
    >
      <td className="kho-c-sel">
        <label className="kho-box">
          <input
            aria-label={t('queue.select', { title: row.title })}
            checked={selected}
            onChange={onToggle}
            type="checkbox"
          />
        </label>
      </td>
      <td className="kho-c-wait">
        <Waiting row={row} />
      </td>
      <td className="kho-c-title">
        <Link className="kho-rowlink" href={reviewHref(row.id, tab, page)} prefetch={false}>
          {row.title}
        </Link>
        <span className="kho-sub">
          {row.kind}
          {row.holder && tab !== 'mine'
            ? `, ${t('material.holder', { name: row.holder.name })}`
            : ''}
        </span>
        {outcome && (
          <span className={`kho-outcome${outcome.ok ? '' : ' kho-outcome--bad'}`} role="status">
            <Icon name={outcome.ok ? 'check' : 'alert'} small />
            {outcome.text}
          </span>
        )}
      </td>
      <td className="kho-c-dep">{row.department}</td>
      <td className="kho-c-basis">
        {row.basis ?? t('queue.noBasis')} <span className="kho-sub">{row.article}</span>
      </td>
      <td className="kho-c-lic">{row.licence}</td>
      <td className="kho-c-note">
        {row.notes.map((note) => {
          const { icon, warn } = noteIcon(note.code);
          return (
            <span className={`kho-note${warn ? ' kho-note--warn' : ''}`} key={note.code}>
              <Icon name={icon} small />
              <span>{note.label}</span>
            </span>
          );
        })}
      </td>
    </tr>
  );
}

/** Overdue is seen without reading: colour, icon and the number of days. */
function Waiting({ row }: { row: QueueView['rows'][number] }) {
  const t = useT();
  const late = row.overdue;
  const today = !late && row.day >= row.of;
  const tone = late ? 'late' : today ? 'due' : '';
  return (
    <>
      <b className={tone}>
        {row.day}/{row.of}
        {late && <Icon name="alert" small />}
      </b>
      <span className={`kho-sub ${tone}`}>
        {late
          ? t('queue.late', { count: Math.max(row.late, 1) })
          : today && row.day === row.of
            ? t('queue.dueToday')
            : t('queue.due', { due: formatDate(row.due) })}
      </span>
      {row.waited > row.day && (
        <span
          className="kho-sub"
          title={t('queue.waitedTitle', {
            count: row.waited,
            date: formatDate(row.submitted),
          })}
        >
          {t('queue.waited', { count: row.waited })}
        </span>
      )}
    </>
  );
}
