'use client';
import { Link } from '@payloadcms/ui';
import type { HomeView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { LinkButton } from '../ui/button';
import { Count } from '../ui/count';
import { EmptyState } from '../ui/empty-state';
import { NoticeChip, StateChip } from '../ui/state-chip';

type Todo = HomeView['todo'][number];

export function TodoList({ todo }: { todo: Todo[] }) {
  const t = useT();
  return (
    <section className="kho-section">
      <h2>
        {t('home.todo')} {todo.length > 0 && <Count tone="warn" value={todo.length} />}
      </h2>
      {todo.length === 0 ? (
        <EmptyState icon="check" title={t('home.nothingTodo')}>
          {t('home.nothingTodoText')}
        </EmptyState>
      ) : (
        <ul className="kho-rows kho-todo">
          {todo.map((item) => (
            <li key={`${item.kind}-${item.material.id}`}>
              <span>
                <TodoChip item={item} />
              </span>
              <div>
                <Link className="kho-rowlink" href={target(item)} prefetch={false}>
                  {item.material.title}
                </Link>
                <p className="kho-muted kho-sm">{item.detail}</p>
              </div>
              <LinkButton aria-label={`${t(`home.act.${item.kind}`)}: ${item.material.title}`} href={target(item)}>
                {t(`home.act.${item.kind}`)}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function TodoChip({ item }: { item: Todo }) {
  switch (item.kind) {
    case 'returned':
      return <StateChip label={item.label} state="returned" />;
    case 'endorse':
      return <StateChip label={item.label} state="awaiting_endorsement" />;
    case 'approved':
      return <StateChip label={item.label} state="approved" />;
    case 'expiring':
      return <NoticeChip icon="clock" label={item.label} />;
    case 'overdue':
      return <NoticeChip icon="alert" label={item.label} late />;
  }
}

function target(item: Todo): string {
  const id = item.material.id;
  if (item.kind === 'approved' || item.kind === 'overdue') return `/admin/tham-dinh/${id}`;
  return `/admin/hoc-lieu/${id}${item.kind === 'expiring' ? '#quyen' : ''}`;
}
