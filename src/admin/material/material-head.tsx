'use client';
import { useState } from 'react';
import type { ActionView } from '../../review/view-models';
import { ActionDialog } from '../actions/action-dialog';
import { useT } from '../hooks/use-t';
import { Button, LinkButton } from '../ui/button';
import { StateChip } from '../ui/state-chip';
import { PublicationStatusLine } from './publication-status-line';
import { SaveState } from './save-state';
import { titleOf } from './title-of';
import { IdentifierCopy } from './identifier-copy';
import { ledToReview, ownActions } from './deciding';
import { useWorkbench } from './workbench';

/** Title, both axes, the identifier; one primary action, the blocked one beside its reason. */
export function MaterialHead() {
  const t = useT();
  const { view, dirty, save, status, jump, flagAll, reload } = useWorkbench();
  const [asking, setAsking] = useState<ActionView | null>(null);
  const primary = ownActions(view).find((one) => one.primary);
  const first = view.missing[0];

  const start = async (action: ActionView) => {
    if (await save()) setAsking(action);
  };

  return (
    <div className="kho-dochead">
      <div>
        <h1>{titleOf(t, view.title)}</h1>
        <div className="kho-meta">
          <StateChip label={view.stateLabel} state={view.state} />
          <PublicationStatusLine />
          {view.identifier && <IdentifierCopy identifier={view.identifier} />}
          <SaveState />
        </div>
      </div>
      <div className="kho-acts">
        <div>
          {dirty && (
            <Button busy={status === 'saving'} onClick={() => void save()}>
              {t('save.save')}
            </Button>
          )}
          {primary && (
            <Button
              aria-describedby={primary.why ? 'kho-why' : undefined}
              blocked={!primary.enabled}
              onClick={() => void start(primary)}
              variant={primary.enabled ? 'primary' : 'plain'}
            >
              {primary.label}
            </Button>
          )}
          {primary && !primary.enabled && first && view.writable && (
            <Button
              onClick={() => {
                flagAll();
                jump(first);
              }}
              variant="primary"
            >
              {t('material.complete', { count: view.missing.length })}
            </Button>
          )}
          {ledToReview(view) && (
            <LinkButton href={`/admin/tham-dinh/${view.id}`} variant="primary">
              {t('material.openReview')}
            </LinkButton>
          )}
        </div>
        {primary && !primary.enabled && primary.why && (
          <p className="kho-small kho-muted" id="kho-why">
            {primary.why}
          </p>
        )}
      </div>
      <ActionDialog
        action={asking}
        id={view.id}
        onClose={() => setAsking(null)}
        onDone={() => {
          setAsking(null);
          void reload();
        }}
        title={titleOf(t, view.title)}
        view={view}
      />
    </div>
  );
}
