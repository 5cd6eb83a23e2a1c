'use client';
import { useId } from 'react';
import type { HealthView } from '../../reporting/health/health-view';
import { useT } from '../hooks/use-t';
import { formatMoment } from '../ui/format';
import { Icon, type IconName } from '../ui/icon';
import { RetryGivenUp } from './retry-given-up';

type PartView = HealthView['parts'][number];

const ICONS: Record<PartView['status'], IconName> = {
  fault: 'alert',
  warning: 'flag',
  ok: 'check',
  off: 'minus',
};

interface Listed {
  title: string;
  parts: PartView[];
  /** Something was done about a part: the list is to be looked at again. */
  onChange: () => Promise<unknown>;
}

export function PartList({ title, parts, onChange }: Listed) {
  const id = useId();
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby={id} className="kho-section">
      <h2 id={id}>{title}</h2>
      <ul className="kho-parts">
        {parts.map((part) => (
          <Part key={part.part} onChange={onChange} part={part} />
        ))}
      </ul>
    </section>
  );
}

/** What it is, what was found, what to do, and when it last worked. */
function Part({ part: one, onChange }: { part: PartView } & Pick<Listed, 'onChange'>) {
  const t = useT();
  const { part, status, label, detail, remedy, retry, lastWorkedAt } = one;
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
        {retry > 0 && <RetryGivenUp count={retry} onDone={onChange} />}
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
