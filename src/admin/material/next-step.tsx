'use client';
import { useState } from 'react';
import type { ActionView } from '../../review/view-models';
import { ActionDialog } from '../actions/action-dialog';
import { ProblemList } from '../actions/problem-list';
import { useT } from '../hooks/use-t';
import { Button, LinkButton } from '../ui/button';
import { ledToReview, ownActions } from './deciding';
import { titleOf } from './title-of';
import { useToMend } from './use-to-mend';
import { useWorkbench } from './workbench';

/** The one primary action of the page, always in sight; the blocked one beside what leads on. */
export function NextStep() {
  const t = useT();
  const { view, dirty, save, status, problem, jump, flagAll, reload } = useWorkbench();
  const [asking, setAsking] = useState<ActionView | null>(null);
  const mend = useToMend();
  const primary = ownActions(view).find((one) => one.primary);
  const stopped = !primary?.enabled || mend.unread.length > 0;
  const [first] = mend.lines;
  const review = ledToReview(view);
  if (!primary && !review && !dirty) return null;

  const start = async (action: ActionView) => {
    if (await save()) setAsking(action);
  };
  const led = first && view.writable;

  return (
    <div className="kho-acts">
      <ProblemList problem={problem} />
      <div>
        {primary && stopped && led && (
          <Button
            onClick={() => {
              flagAll();
              jump(first);
            }}
            variant="primary"
          >
            {t('material.complete', { count: mend.lines.length })}
          </Button>
        )}
        {primary && (
          <Button
            aria-describedby={stopped ? 'kho-why' : undefined}
            blocked={stopped}
            onClick={() => void start(primary)}
            variant={stopped ? 'plain' : 'primary'}
          >
            {primary.label}
          </Button>
        )}
        {review && (
          <LinkButton href={`/admin/tham-dinh/${view.id}`} variant="primary">
            {t('material.openReview')}
          </LinkButton>
        )}
        {dirty && (
          <Button busy={status === 'saving'} onClick={() => void save()}>
            {t('save.save')}
          </Button>
        )}
      </div>
      {primary && stopped && (
        <p className={led ? 'kho-sr' : 'kho-small kho-muted'} id="kho-why">
          {primary.why ?? t('material.unreadLeft')}
        </p>
      )}
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
