'use client';
import { Link } from '@payloadcms/ui';
import type { HomeView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { LinkButton } from '../ui/button';
import { Count } from '../ui/count';
import { formatNumber } from '../ui/format';
import { Icon } from '../ui/icon';
import { NoticeChip, StateChip } from '../ui/state-chip';

type Todo = HomeView['todo'][number];

export function TodoList({ todo, total }: { todo: Todo[]; total: number }) {
  const t = useT();
  return (
    <section className="kho-section">
      <h2>
        {t('home.todo')} {total > 0 && <Count tone="warn" value={total} />}
      </h2>
      {todo.length === 0 ? (
        <p className="kho-alldone">
          <Icon name="check" />
          <span>
            {t('home.nothingTodo')}{' '}
            <span className="kho-muted kho-sm">{t('home.nothingTodoText')}</span>
          </span>
        </p>
      ) : (
        <ul className="kho-rows kho-todo">
          {todo.map((item) => (
            <li key={`${item.kind}-${item.material.id}`}>
              <span>
                <TodoChip kind={item.kind} />
              </span>
              <div>
                <Link className="kho-rowlink" href={target(item)} prefetch={false}>
                  {item.material.title}
                </Link>
                <p className="kho-muted kho-sm">{item.detail}</p>
              </div>
              <LinkButton aria-label={`${item.label}: ${item.material.title}`} href={target(item)}>
                {item.label}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      {total > todo.length && (
        <p className="kho-muted kho-sm kho-num">
          {t('home.moreTodo', {
            count: total - todo.length,
            number: formatNumber(total - todo.length),
          })}
        </p>
      )}
    </section>
  );
}

function TodoChip({ kind }: { kind: Todo['kind'] }) {
  const t = useT();
  const label = t(`home.chip.${kind}`);
  switch (kind) {
    case 'returned':
      return <StateChip label={label} state="returned" />;
    case 'corrected':
      return <StateChip label={label} state="draft" />;
    case 'endorse':
      return <StateChip label={label} state="awaiting_endorsement" />;
    case 'approved':
      return <StateChip label={label} state="approved" />;
    case 'expiring':
      return <NoticeChip icon="clock" label={label} />;
    case 'ended':
    case 'review':
    case 'overdue':
      return <NoticeChip icon="alert" label={label} late />;
    case 'upheld':
    case 'takedown':
      return <NoticeChip icon="flag" label={label} late />;
  }
}

const OF_RIGHTS: Todo['kind'][] = ['expiring', 'ended', 'review'];

function target(item: Todo): string {
  const id = item.material.id;
  if (item.kind === 'takedown') return `/admin/thong-bao-vi-pham/${id}`;
  if (item.kind === 'returned' || item.kind === 'corrected') return `/admin/nop-hoc-lieu/${id}`;
  if (item.kind === 'approved' || item.kind === 'overdue') return `/admin/tham-dinh/${id}`;
  return `/admin/hoc-lieu/${id}${OF_RIGHTS.includes(item.kind) ? '#quyen' : ''}`;
}
