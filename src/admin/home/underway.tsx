'use client';
import { Link } from '@payloadcms/ui';
import type { HomeView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatNumber } from '../ui/format';
import { StateChip } from '../ui/state-chip';

const STEPS = ['submitted', 'in_review', 'approved', 'published'] as const;

/** Where each material stands on its way, as four steps with a word and a date. */
export function Underway({ rows, total }: { rows: HomeView['underway']; total: number }) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <section className="kho-section kho-where">
      <h2>{t('home.underway')}</h2>
      <div aria-hidden="true" className="kho-where__legend">
        <span />
        <ol>
          {STEPS.map((step) => (
            <li key={step}>{t(`states.${step}`)}</li>
          ))}
        </ol>
        <span />
      </div>
      <ul>
        {rows.map((row) => (
          <li className="kho-where__row" key={row.id}>
            <Link className="kho-rowlink" href={`/admin/hoc-lieu/${row.id}`} prefetch={false}>
              {row.title}
            </Link>
            <ol aria-label={t('home.steps')} className="kho-track">
              {STEPS.map((step, index) => (
                <li
                  aria-current={index === row.step ? 'step' : undefined}
                  className={index < row.step ? 'done' : index === row.step ? 'now' : ''}
                  key={step}
                >
                  <i />
                  <span className="kho-sr">{t(`states.${step}`)}</span>
                </li>
              ))}
            </ol>
            <div>
              <StateChip label={row.stateLabel} state={row.state} />
              <p className={`kho-small kho-num ${row.late ? 'kho-where__late' : 'kho-muted'}`}>
                {row.detail}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className="kho-sm">
          <Link href="/admin/hoc-lieu" prefetch={false}>
            {t('home.moreUnderway', {
              count: total - rows.length,
              number: formatNumber(total - rows.length),
            })}
          </Link>
        </p>
      )}
    </section>
  );
}
