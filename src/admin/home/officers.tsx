'use client';
import type { HomeView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatNumber } from '../ui/format';

const COLUMNS = ['drafts', 'waiting', 'returned'] as const;

/** A manager's overview: who has how much before them. */
export function Officers({ rows }: { rows: NonNullable<HomeView['officers']> }) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <section className="kho-section">
      <h2>{t('home.officers')}</h2>
      <table className="kho-table kho-officers">
        <thead>
          <tr>
            <th>{t('home.officer.name')}</th>
            {COLUMNS.map((column) => (
              <th key={column}>{t(`home.officer.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.name}</td>
              {COLUMNS.map((column) => (
                <td className="kho-num" key={column}>
                  {formatNumber(row[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
