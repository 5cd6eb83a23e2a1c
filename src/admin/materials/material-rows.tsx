'use client';
import { Link, useAuth } from '@payloadcms/ui';
import type { Role } from '../../review/states';
import type { MaterialListView } from '../../review/view-models';
import { request } from '../api/request';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { formatMoment } from '../ui/format';
import { Icon } from '../ui/icon';
import { notifyDone, notifyProblem } from '../ui/notify';
import { MaterialState } from '../ui/material-state';

type Row = MaterialListView['items'][number];

export function MaterialRows({ items, onChange }: { items: Row[]; onChange: () => void }) {
  const t = useT();
  const { user } = useAuth();
  const { role } = (user ?? {}) as { role?: Role };
  const restore = async (row: Row) => {
    try {
      await request(`/api/materials/${row.id}?depth=0&trash=true`, {
        method: 'PATCH',
        body: { deletedAt: null },
        ifMatch: row.updatedAt,
      });
      notifyDone(t('materials.restored', { title: row.title }));
    } catch (cause) {
      notifyProblem(t, cause);
    }
    onChange();
  };
  return (
    <table className="kho-table kho-materials">
      <thead>
        <tr>
          <th>{t('materials.column.title')}</th>
          <th>{t('materials.column.department')}</th>
          <th>{t('materials.column.state')}</th>
          <th>{t('materials.column.updated')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={row.id}>
            <td className="kho-materials__title">
              {row.binned ? (
                <b className="kho-rowtitle">{row.title}</b>
              ) : (
                <Link className="kho-rowlink" href={hrefOf(row, role)} prefetch={false}>
                  {row.title}
                </Link>
              )}
              {row.identifier && <span className="kho-mono kho-muted">{row.identifier}</span>}
            </td>
            <td>{row.department}</td>
            <td>
              <MaterialState of={row} />
              <PublicationMark row={row} />
            </td>
            <td className="kho-num kho-muted">
              {row.binned ? (
                <Button icon="restore" onClick={() => void restore(row)}>
                  {t('materials.restore')}
                </Button>
              ) : (
                formatMoment(row.updatedAt)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The second axis, where it says more than the first. */
function PublicationMark({ row }: { row: Row }) {
  const t = useT();
  if (row.publicationStatus !== 'live' || row.state === 'published') return null;
  return (
    <span className="kho-live kho-small kho-muted">
      <Icon name="published" small />
      {t('material.stillLive')}
    </span>
  );
}

/** What an officer still works at opens in the guide, which leads to the full form as well. */
function hrefOf({ id, state }: Row, role: Role | undefined): string {
  const supplies = role === 'contributor' || role === 'manager';
  const open = supplies && (state === 'draft' || state === 'returned');
  return `/admin/${open ? 'nop-hoc-lieu' : 'hoc-lieu'}/${id}`;
}
