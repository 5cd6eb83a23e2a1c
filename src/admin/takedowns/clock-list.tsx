'use client';
import type { TakedownView } from '../../publishing/takedown/takedown-views';
import { useT } from '../hooks/use-t';
import { formatMoment } from '../ui/format';
import { Icon } from '../ui/icon';

/** What is due when; the rules say themselves that nobody has checked them against the law. */
export function ClockList({ view }: { view: TakedownView }) {
  const t = useT();
  return (
    <section aria-label={t('takedowns.clocksTitle')} className="kho-takedown__clocks">
      <ul>
        {view.clocks.map(({ code, dueAt, runs, overdue }) => (
          <li data-late={overdue} data-runs={runs} key={code}>
            <Icon name={overdue ? 'alert' : runs ? 'clock' : 'check'} small />
            <span>
              <b>{t(`takedowns.clocks.${code}`)}</b>{' '}
              <span className="kho-num">
                {overdue
                  ? t('takedowns.lateSince', { at: formatMoment(dueAt) })
                  : runs
                    ? t('takedowns.dueBy', { at: formatMoment(dueAt) })
                    : t('takedowns.clockStopped')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {view.rules.unverified && <p className="kho-muted kho-sm">{t('takedowns.unverified')}</p>}
    </section>
  );
}
