'use client';
import { useId } from 'react';
import type { HealthView } from '../../reporting/health/health-view';
import { useT } from '../hooks/use-t';
import { formatMoment } from '../ui/format';
import { Icon, type IconName } from '../ui/icon';

type PartView = HealthView['parts'][number];

const ICONS: Record<PartView['status'], IconName> = {
  fault: 'alert',
  warning: 'flag',
  ok: 'check',
  off: 'minus',
};

export function PartList({ title, parts }: { title: string; parts: PartView[] }) {
  const id = useId();
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby={id} className="kho-section">
      <h2 id={id}>{title}</h2>
      <ul className="kho-parts">
        {parts.map((part) => (
          <Part key={part.part} part={part} />
        ))}
      </ul>
    </section>
  );
}

/** What it is, what was found, what to do, and when it last worked. */
function Part({ part: { part, status, label, detail, remedy, lastWorkedAt } }: { part: PartView }) {
  const t = useT();
  return (
    <li data-part={part} data-status={status}>
      <Icon name={ICONS[status]} small />
      <div>
        <h3>{label}</h3>
        <p>{detail}</p>
        {remedy && (
          <p className="kho-parts__remedy">
            <b>{t('health.toDo')}</b> {remedy}
          </p>
        )}
      </div>
      {(lastWorkedAt !== null || status === 'fault') && (
        <p className="kho-parts__last kho-num">
          <span>{t('health.lastWorked')}</span>{' '}
          {lastWorkedAt === null ? (
            t('health.unknown')
          ) : (
            <time dateTime={lastWorkedAt}>{formatMoment(lastWorkedAt)}</time>
          )}
        </p>
      )}
    </li>
  );
}
