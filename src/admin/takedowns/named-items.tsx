'use client';
import { Link } from '@payloadcms/ui';
import type { TakedownItem } from '../../publishing/takedown/takedown-views';
import { useT } from '../hooks/use-t';
import { formatDate } from '../ui/format';
import { StateChip } from '../ui/state-chip';

/** What the notice names, as it stands now. */
export function NamedItems({ items }: { items: TakedownItem[] }) {
  const t = useT();
  return (
    <section aria-labelledby="items-title">
      <h2 id="items-title">{t('takedowns.itemsTitle')}</h2>
      <ul className="kho-rows kho-takedown__items">
        {items.map((item) => (
          <li key={item.identifier}>
            <div>
              {item.materialId ? (
                <Link
                  className="kho-rowlink"
                  href={`/admin/hoc-lieu/${item.materialId}`}
                  prefetch={false}
                >
                  {item.title ?? item.identifier}
                </Link>
              ) : (
                <b>{t('takedowns.unknownItem')}</b>
              )}
              <p className="kho-muted kho-sm">
                {[item.identifier, item.department, item.licence].filter(Boolean).join(' · ')}
              </p>
              {item.byThis && item.publication === 'withdrawn' && (
                <p className="kho-sm">
                  {t('takedowns.withdrawnByThis', { date: formatDate(item.withdrawnAt) })}
                </p>
              )}
            </div>
            {item.publication !== 'none' && (
              <StateChip label={t(`states.${item.publication}`)} state={chipOf(item)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const chipOf = ({ publication }: TakedownItem) =>
  publication === 'withdrawn' ? ('withdrawn' as const) : ('published' as const);
