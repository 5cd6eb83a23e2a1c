'use client';
import { Link } from '@payloadcms/ui';
import type { HomeView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatMoment } from '../ui/format';
import { MaterialState } from '../ui/material-state';

export function RecentList({ rows }: { rows: HomeView['recent'] }) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <section className="kho-section">
      <h2>{t('home.recent')}</h2>
      <ul className="kho-rows kho-recent">
        {rows.map((row) => (
          <li key={row.id}>
            <Link className="kho-rowlink" href={`/admin/hoc-lieu/${row.id}`} prefetch={false}>
              {row.title}
            </Link>
            <span className="kho-muted kho-small kho-num">
              {t('home.changedAt', { at: formatMoment(row.at) })}
            </span>
            <span>
              <MaterialState of={row} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
