'use client';
import type { TakedownView } from '../../publishing/takedown/takedown-views';
import { useT } from '../hooks/use-t';
import { formatMoment } from '../ui/format';

/** Who says what; for the office's eyes alone. */
export function NoticePane({ view }: { view: TakedownView }) {
  const t = useT();
  const facts: [string, string][] = [
    [t('takedowns.sender'), view.name],
    [t('takedowns.capacity'), t(`takedowns.capacities.${view.capacity}`)],
    [t('takedowns.contact'), view.contact],
    [t('takedowns.column.grounds'), t(`takedowns.grounds.${view.grounds}`)],
    [t('takedowns.column.received'), formatMoment(view.receivedAt)],
  ];
  return (
    <section aria-labelledby="notice-title" className="kho-takedown__notice">
      <h2 id="notice-title">{t('takedowns.noticeTitle')}</h2>
      <blockquote>{view.statement}</blockquote>
      <dl>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="kho-muted kho-sm">{t('takedowns.private')}</p>
      {view.withdrawn && (
        <p className="kho-sm">
          {t('takedowns.withdrawnBy', {
            name: view.withdrawn.by ?? t('common.system'),
            at: formatMoment(view.withdrawn.at),
          })}
        </p>
      )}
      {view.decided && (
        <div className="kho-callout kho-callout--info">
          <p>
            <b>
              {t('takedowns.decidedBy', {
                name: view.decided.by ?? t('common.system'),
                at: formatMoment(view.decided.at),
              })}
            </b>
          </p>
          <p className="kho-takedown__reasons">{view.decided.reasons}</p>
        </div>
      )}
    </section>
  );
}
