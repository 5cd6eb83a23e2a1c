'use client';
import { useState } from 'react';
import type { QueueView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import type { BulkAction } from './bulk-action';
import { BulkDialog } from './bulk-dialog';
import type { QueueTab } from './use-filter';
import type { useBulk } from './use-bulk';

/** What can be done with the selected rows; what cannot says why. */
export function BulkBar({
  bulk,
  rows,
  selected,
  tab,
  pages,
}: {
  bulk: ReturnType<typeof useBulk>;
  rows: QueueView['rows'];
  selected: ReadonlySet<string>;
  tab: QueueTab;
  pages: number;
}) {
  const t = useT();
  const [asking, setAsking] = useState<BulkAction | null>(null);
  // An empty list has nothing to decide, but what was just decided stays to be read.
  const idle = rows.length === 0 && !asking;
  const count = selected.size;
  const claims = bulk.allows('claim');
  const chosen = rows.filter(({ id }) => selected.has(id));
  const alike =
    count > 1 && new Set(chosen.map(({ basis, licence }) => `${basis} ${licence}`)).size === 1;
  const approvable = bulk.approvable();
  const own = chosen.filter(({ ownWork }) => ownWork);
  const usual: BulkAction = tab === 'mine' ? 'approve' : tab === 'approved' ? 'publish' : 'claim';
  const primary =
    (['claim', 'publish', 'approve'] as const).find(bulk.allows) ??
    (approvable.length > 0 ? 'approve' : usual);
  const why =
    count === 0
      ? t('queue.nothingSelected')
      : claims
        ? t('queue.claimFirst')
        : bulk.allows(primary)
          ? t('queue.eachDecided')
          : own.length > 0
            ? t(approvable.length > 0 ? 'queue.ownWorkStays' : 'queue.ownWork', {
                titles: own.map(({ title }) => `“${title}”`).join(', '),
              })
            : t('queue.mixed');

  if (idle) return null;
  return (
    <div aria-label={t('queue.bulk')} className="kho-bulk" data-empty={count === 0} role="region">
      <div>
        <b aria-live="polite">
          {count === 0
            ? t('queue.keysTitle')
            : alike
              ? t('queue.selectedAlike', { count })
              : t('queue.selected', { count })}
        </b>
        <p className="kho-small kho-muted">{why}</p>
      </div>
      <span className="kho-keys">
        <span>
          <kbd>j</kbd> <kbd>k</kbd> {t('queue.keys.move')}
        </span>
        <span>
          <kbd>x</kbd> {t('queue.keys.select')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('queue.keys.open')}
        </span>
        <span>
          <kbd>c</kbd> {t('queue.keys.claim')}
        </span>
        {pages > 1 && (
          <span>
            <kbd>p</kbd> <kbd>n</kbd> {t('queue.keys.page')}
          </span>
        )}
      </span>
      <Button blocked={!bulk.allows('return')} onClick={() => setAsking('return')}>
        {t('queue.return')}
      </Button>
      {primary !== 'publish' && (
        <Button
          blocked={approvable.length === 0}
          onClick={() => setAsking('approve')}
          variant={primary === 'approve' && approvable.length > 0 ? 'primary' : 'plain'}
        >
          {t('queue.approve')}
        </Button>
      )}
      {primary === 'publish' && (
        <Button
          blocked={!bulk.allows('publish')}
          onClick={() => setAsking('publish')}
          variant="primary"
        >
          {count === 0 ? t('review.publish') : t('queue.publish', { count })}
        </Button>
      )}
      {primary === 'claim' && (
        <Button
          blocked={!claims}
          busy={bulk.busy}
          onClick={() => void bulk.run([...selected], { action: 'claim' })}
          variant="primary"
        >
          {count === 0 ? t('queue.claimNone') : t('queue.claim', { count })}
        </Button>
      )}
      {asking && (
        <BulkDialog
          action={asking}
          bulk={bulk}
          chosen={asking === 'approve' ? approvable : chosen}
          onClose={() => setAsking(null)}
          tab={tab}
        />
      )}
    </div>
  );
}
