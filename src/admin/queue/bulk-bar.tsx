'use client';
import { useState } from 'react';
import type { Action } from '../../review/states';
import type { QueueView, ReferenceView } from '../../review/view-models';
import { ReasonFields } from '../actions/reason-fields';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { TextArea } from '../ui/text-control';
import type { QueueTab } from './queue-screen';
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
  const [asking, setAsking] = useState<Action | null>(null);
  const count = selected.size;
  const claims = bulk.allows('claim');
  const chosen = rows.filter(({ id }) => selected.has(id));
  const alike =
    count > 1 && new Set(chosen.map(({ basis, licence }) => `${basis} ${licence}`)).size === 1;
  const usual: Action = tab === 'mine' ? 'approve' : tab === 'approved' ? 'publish' : 'claim';
  const primary = (['claim', 'publish', 'approve'] as const).find(bulk.allows) ?? usual;
  const why =
    count === 0
      ? t('queue.nothingSelected')
      : claims
        ? t('queue.claimFirst')
        : bulk.allows(primary)
          ? t('queue.eachDecided')
          : chosen.some(({ ownWork }) => ownWork)
            ? t('queue.ownWork')
            : t('queue.mixed');

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
          blocked={!bulk.allows('approve')}
          onClick={() => setAsking('approve')}
          variant={primary === 'approve' && bulk.allows('approve') ? 'primary' : 'plain'}
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
          onClick={() => void bulk.run({ action: 'claim' })}
          variant="primary"
        >
          {count === 0 ? t('queue.claimNone') : t('queue.claim', { count })}
        </Button>
      )}
      <BulkDialog action={asking} bulk={bulk} count={count} onClose={() => setAsking(null)} />
    </div>
  );
}

function BulkDialog({
  action,
  bulk,
  count,
  onClose,
}: {
  action: Action | null;
  bulk: ReturnType<typeof useBulk>;
  count: number;
  onClose: () => void;
}) {
  const t = useT();
  const { data: reference } = useResource<ReferenceView>(action ? '/api/staff/reference' : null);
  const [reasons, setReasons] = useState<string[]>([]);
  const [comment, setComment] = useState('');
  const needs = action === 'return';
  const go = async () => {
    if (!action) return;
    await bulk.run({
      action,
      reasons: needs ? reasons : undefined,
      comment: comment.trim() || undefined,
    });
    setReasons([]);
    setComment('');
    onClose();
  };
  return (
    <Dialog
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            blocked={needs && reasons.length === 0}
            busy={bulk.busy}
            onClick={() => void go()}
            variant="primary"
          >
            {action ? t('queue.doTo', { action: t(`verbs.${action}`), count }) : ''}
          </Button>
        </>
      }
      onClose={onClose}
      open={action !== null}
      title={action ? t('queue.doTo', { action: t(`verbs.${action}`), count }) : ''}
    >
      {action && (
        <p>
          {t('queue.bulkText')} {t(`consequence.${action}`)}
        </p>
      )}
      {needs && (
        <ReasonFields action="return" onChange={setReasons} reference={reference} value={reasons} />
      )}
      {needs && (
        <Field label={t('reasons.comment')} path="bulk.comment">
          {(ids) => <TextArea {...ids} onChange={setComment} value={comment} />}
        </Field>
      )}
    </Dialog>
  );
}
