'use client';
import type { HomeView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { LinkButton } from '../ui/button';
import { formatToday } from '../ui/format';
import { RecentList } from './recent-list';
import { Tiles } from './tiles';
import { TodoList } from './todo-list';
import { Underway } from './underway';
import { WaitingFigures } from './waiting-figures';

/** Home of the editor; an auditor sees the same without anything to do. */
export function OfficeHome({ home }: { home: HomeView }) {
  const t = useT();
  const decides = home.person.role === 'editor';
  const { queue } = home;

  return (
    <>
      <div className="kho-head">
        <div>
          <h1>{decides ? t('home.officeTitle') : t('home.auditTitle')}</h1>
          <p className="kho-muted kho-num">{formatToday(t.lang)}</p>
        </div>
        {decides && (
          <LinkButton href="/admin/hang-doi" variant="primary">
            {t('home.openQueue')}
          </LinkButton>
        )}
      </div>
      {!decides && <p className="kho-callout kho-callout--info">{t('home.auditText')}</p>}
      {decides && queue && <WaitingFigures queue={queue} />}
      {decides && <TodoList todo={home.todo} total={home.todoTotal} />}
      {!decides && <Underway rows={home.underway} total={home.underwayTotal} />}
      <RecentList rows={home.recent} />
      <Tiles
        tiles={[
          {
            icon: 'published',
            label: t('home.live'),
            count: home.counts.published,
            href: '/hoc-lieu?publication=live',
          },
          {
            icon: 'withdrawn',
            label: t('home.withdrawn'),
            count: home.counts.withdrawn,
            href: '/hoc-lieu?publication=withdrawn',
          },
          { icon: 'files', label: t('home.all'), count: home.counts.total, href: '/hoc-lieu' },
        ]}
      />
    </>
  );
}
