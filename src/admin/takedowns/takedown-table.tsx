'use client';
import { Link } from '@payloadcms/ui';
import type { TakedownListRow } from '../../publishing/takedown/takedown-views';
import { useT } from '../hooks/use-t';
import { formatMoment } from '../ui/format';
import { Icon } from '../ui/icon';
import { TakedownState } from './takedown-state';

/** One line a notice; on a phone each is a block that reads from top to bottom. */
export function TakedownTable({ rows }: { rows: TakedownListRow[] }) {
  const t = useT();
  return (
    <table className="kho-table kho-takedowns__table">
      <thead>
        <tr>
          <th>{t('takedowns.column.due')}</th>
          <th>{t('takedowns.column.notice')}</th>
          <th>{t('takedowns.column.grounds')}</th>
          <th>{t('takedowns.column.received')}</th>
          <th>{t('takedowns.column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Due row={row} />
            </td>
            <td>
              <Link
                className="kho-rowlink"
                href={`/admin/thong-bao-vi-pham/${row.id}`}
                prefetch={false}
              >
                {row.titles.join('; ')}
              </Link>
              <span className="kho-sub">
                {row.reference}, {t(`takedowns.capacities.${row.capacity}`)}
              </span>
            </td>
            <td>{t(`takedowns.grounds.${row.grounds}`)}</td>
            <td className="kho-num kho-takedowns__received">
              <span>{t('takedowns.column.received')} </span>
              {formatMoment(row.receivedAt)}
            </td>
            <td>
              <TakedownState outcome={row.outcome} status={row.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Due({ row }: { row: TakedownListRow }) {
  const t = useT();
  if (!row.dueAt || !row.dueClock) {
    return <span className="kho-num">{formatMoment(row.decidedAt)}</span>;
  }
  return (
    <>
      <b className={`kho-num${row.overdue ? ' late' : ''}`}>
        {row.overdue && <Icon name="alert" small />}
        {formatMoment(row.dueAt)}
      </b>
      <span className={`kho-sub${row.overdue ? ' late' : ''}`}>
        {row.overdue ? t('takedowns.overdue') : t(`takedowns.clocks.${row.dueClock}`)}
      </span>
    </>
  );
}
