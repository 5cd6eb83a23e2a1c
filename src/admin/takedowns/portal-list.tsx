'use client';
import type { TakedownView } from '../../publishing/takedown/takedown-views';
import { useT } from '../hooks/use-t';
import { formatMoment } from '../ui/format';
import { Icon } from '../ui/icon';

type Portal = TakedownView['portals'][number];

/** Which portals have said that their copy is gone, and whom to ask of the others. */
export function PortalList({ view }: { view: TakedownView }) {
  const t = useT();
  const many = view.items.length > 1;
  const withdrawn = view.items.some(({ publication }) => publication === 'withdrawn');
  if (!withdrawn) return null;
  const open = view.portals.filter(({ items }) => items.some((one) => !one.acknowledged)).length;
  return (
    <section aria-labelledby="portals-title" className="kho-takedown__portals">
      <h2 id="portals-title">{t('takedowns.portalsTitle')}</h2>
      <p className="kho-muted kho-sm">{t('takedowns.portalsText')}</p>
      {view.portals.length === 0 ? (
        <p>{t('takedowns.noPortals')}</p>
      ) : (
        <>
          <p role="status">
            {open === 0 ? t('takedowns.allSaid') : t('takedowns.notSaid', { count: open })}
          </p>
          <ul className="kho-rows">
            {view.portals.map((portal) => (
              <li key={portal.id}>
                <div>
                  <b>{portal.name}</b>
                  {portal.closed && <span className="kho-muted"> ({t('takedowns.closed')})</span>}
                  {portal.contact && <p className="kho-muted kho-sm">{portal.contact}</p>}
                </div>
                <Answers many={many} portal={portal} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Answers({ portal, many }: { portal: Portal; many: boolean }) {
  const t = useT();
  return (
    <ul className="kho-takedown__answers">
      {portal.items.map(({ identifier, acknowledged }) => (
        <li data-said={acknowledged !== null} key={identifier}>
          <Icon name={acknowledged ? 'check' : 'clock'} small />
          <span>
            {many && `${identifier}: `}
            {acknowledged
              ? t(`takedowns.said.${acknowledged.by}`, { at: formatMoment(acknowledged.at) })
              : t('takedowns.silent')}
          </span>
        </li>
      ))}
    </ul>
  );
}
