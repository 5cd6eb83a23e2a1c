'use client';
import type { HomeView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatToday } from '../ui/format';
import { DropZone } from './drop-zone';
import { Officers } from './officers';
import { TodoList } from './todo-list';
import { Tiles } from './tiles';
import { Underway } from './underway';

export function OfficerHome({ home, onChange }: { home: HomeView; onChange: () => void }) {
  const t = useT();
  const single = home.departments.length === 1 ? home.departments[0] : undefined;
  return (
    <>
      <div>
        <h1>{single ? t('home.titleOf', { department: single.name }) : t('home.title')}</h1>
        <p className="kho-muted kho-num">{formatToday(t.lang)}</p>
      </div>
      <DropZone departments={home.departments} onCreated={onChange} />
      <TodoList todo={home.todo} total={home.todoTotal} />
      <Underway rows={home.underway} total={home.underwayTotal} />
      {home.officers && <Officers rows={home.officers} />}
      <Tiles
        tiles={[
          {
            icon: 'draft',
            label: t('home.drafts'),
            count: home.counts.drafts,
            href: '/hoc-lieu?state=draft',
          },
          {
            icon: 'published',
            label: t('home.live'),
            count: home.counts.published,
            href: '/hoc-lieu?publication=live',
          },
          { icon: 'files', label: t('home.all'), count: home.counts.total, href: '/hoc-lieu' },
        ]}
      />
    </>
  );
}
