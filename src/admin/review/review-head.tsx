'use client';
import { useSearchParams } from 'next/navigation';
import type { QueueView, WorkbenchView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';
import { titleOf } from '../material/title-of';
import { reviewHref } from '../queue/review-href';
import { LinkButton } from '../ui/button';
import { formatDate } from '../ui/format';
import { MaterialState } from '../ui/material-state';

export function ReviewHead({ view }: { view: WorkbenchView }) {
  const t = useT();
  const clock = view.clock;
  const facts = [
    view.department.name,
    view.submittedBy && view.submittedAt
      ? t('review.submittedBy', {
          name: view.submittedBy.name,
          date: formatDate(clock?.submitted ?? view.submittedAt),
        })
      : null,
  ].filter(Boolean);
  return (
    <header className="kho-review__head">
      <div>
        <h1>{titleOf(t, view.title)}</h1> <MaterialState of={view} />
        <p className="kho-sm kho-muted kho-num">
          {facts.join(', ')}.{' '}
          {clock &&
            t(clock.overdue ? 'review.clockLate' : 'review.clock', {
              day: clock.day,
              of: clock.of,
              due: formatDate(clock.due),
            })}
          {clock && clock.waited > clock.day && ` ${t('review.waited', { waited: clock.waited })}`}
          {view.holder ? ` ${t('material.holder', { name: view.holder.name })}.` : ''}
        </p>
      </div>
      <Neighbours id={view.id} />
    </header>
  );
}

/** The item before and after in the list the editor came from. */
function Neighbours({ id }: { id: string }) {
  const t = useT();
  const params = useSearchParams();
  const tab = params.get('tab') ?? 'mine';
  const page = Number(params.get('page') ?? 1) || 1;
  const query = new URLSearchParams({ tab, page: String(page) });
  const { data } = useResource<QueueView>(`/api/staff/queue?${query}`);
  const rows = data?.rows ?? [];
  const at = rows.findIndex((row) => row.id === id);
  const before = at > 0 ? rows[at - 1] : undefined;
  const after = at >= 0 ? rows[at + 1] : rows[0];
  const href = (row: { id: string }) => reviewHref(row.id, tab, page);
  return (
    <nav aria-label={t('review.neighbours')} className="kho-review__pn">
      {before && (
        <LinkButton href={href(before)} icon="left" variant="quiet">
          {t('review.previous')}
        </LinkButton>
      )}
      {after && (
        <LinkButton className="kho-review__next" href={href(after)} icon="right" variant="quiet">
          {t('review.next')}
        </LinkButton>
      )}
    </nav>
  );
}
