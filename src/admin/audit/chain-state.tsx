'use client';
import type { AuditView } from '../../reporting/audit/audit-view';
import { useT } from '../hooks/use-t';
import { formatMoment, formatNumber } from '../ui/format';
import { Icon } from '../ui/icon';

/** Whether the trail holds, as far as it was looked at, and the seal to note down. */
export function ChainState({ chain }: { chain: AuditView['chain'] }) {
  const t = useT();
  const broken = chain.broken !== null;
  const text = broken
    ? t('audit.broken', { seq: formatNumber(chain.broken ?? 0) })
    : chain.verifiedAt
      ? t('audit.verified', { at: formatMoment(chain.verifiedAt) })
      : t('audit.neverVerified');
  return (
    <div
      className="kho-audit__chain"
      data-broken={broken || undefined}
      role={broken ? 'alert' : undefined}
    >
      <Icon name={broken ? 'alert' : chain.verifiedAt ? 'check' : 'flag'} />
      <div>
        <p>{text}</p>
        {chain.head && (
          <p className="kho-small kho-muted">
            {t('audit.chain', { events: formatNumber(chain.events) })}{' '}
            <span className="kho-mono kho-audit__seal">{chain.head}</span>
          </p>
        )}
      </div>
    </div>
  );
}
