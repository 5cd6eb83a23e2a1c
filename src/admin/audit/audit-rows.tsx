'use client';
import { Link } from '@payloadcms/ui';
import type { AuditView } from '../../reporting/audit/audit-view';
import { useT } from '../hooks/use-t';
import { formatMoment, formatNumber } from '../ui/format';

type Item = AuditView['items'][number];

export function AuditRows({ items }: { items: Item[] }) {
  const t = useT();
  return (
    <table className="kho-table kho-audit__rows">
      <thead>
        <tr>
          <th>{t('audit.column.when')}</th>
          <th>{t('audit.column.who')}</th>
          <th>{t('audit.column.what')}</th>
          <th>{t('audit.column.on')}</th>
          <th>{t('audit.column.seq')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <AuditRow item={item} key={item.id} />
        ))}
      </tbody>
    </table>
  );
}

function AuditRow({ item }: { item: Item }) {
  const t = useT();
  return (
    <tr>
      <td className="kho-num">
        <time dateTime={item.at}>{formatMoment(item.at)}</time>
      </td>
      <td>{item.actor ?? <span className="kho-muted">{t('audit.system')}</span>}</td>
      <td>
        {item.actionLabel}
        {item.said && `: ${item.said}`}
      </td>
      <td className="kho-audit__on">
        {item.href ? (
          <Link href={item.href} prefetch={false}>
            {item.subjectLabel}
          </Link>
        ) : (
          item.subjectLabel
        )}
        {item.detail !== null && (
          <details>
            <summary className="kho-small">{t('audit.more')}</summary>
            {/* As it was sealed: what the hash is made of, word for word. */}
            <pre className="kho-detail" tabIndex={0}>
              {JSON.stringify(item.detail, null, 2)}
            </pre>
          </details>
        )}
      </td>
      <td className="kho-num kho-muted">
        {item.seq === null ? t('audit.unsealed') : formatNumber(item.seq)}
      </td>
    </tr>
  );
}
