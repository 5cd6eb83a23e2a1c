'use client';
import { useEffect, useRef } from 'react';
import { useT } from '../hooks/use-t';
import { IdentifierCopy } from '../material/identifier-copy';
import { titleOf } from '../material/title-of';
import { useWorkbench } from '../material/workbench';
import { LinkButton } from '../ui/button';
import { formatDate } from '../ui/format';
import { Icon } from '../ui/icon';
import { MaterialState } from '../ui/material-state';

/** Handed in: what happens next and until when; opened later, where it stands now. */
export function GuideEnd() {
  const t = useT();
  const { view } = useWorkbench();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  const waits = ['awaiting_endorsement', 'submitted', 'in_review'].includes(view.state);
  const due = view.clock ? formatDate(view.clock.due) : null;
  return (
    <div className="kho-guide__end">
      <span aria-hidden="true" className="kho-guide__mark">
        <Icon name={waits ? 'check' : 'file'} />
      </span>
      <h1 ref={heading} tabIndex={-1}>
        {t(waits ? 'guide.sent' : 'guide.closed', { title: titleOf(t, view.title) })}
      </h1>
      <div className="kho-meta">
        <MaterialState of={view} />
        {view.identifier && <IdentifierCopy identifier={view.identifier} />}
      </div>
      {waits && (
        <ol className="kho-guide__after">
          <li>
            {view.state === 'awaiting_endorsement'
              ? t('guide.end.endorse')
              : due
                ? t('guide.end.due', { due, of: view.clock?.of ?? 0 })
                : t('guide.end.waits')}
          </li>
          <li>{t('guide.end.told')}</li>
          <li>{t('guide.end.recall')}</li>
        </ol>
      )}
      <div className="kho-guide__ways">
        <LinkButton href="/admin" variant="primary">
          {t('errors.toHome')}
        </LinkButton>
        <LinkButton href={`/admin/hoc-lieu/${view.id}`}>{t('guide.openMaterial')}</LinkButton>
        <LinkButton href="/admin#nop" variant="quiet">
          {t('guide.another')}
        </LinkButton>
      </div>
    </div>
  );
}
