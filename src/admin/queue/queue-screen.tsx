'use client';
import { useEffect, useState } from 'react';
import type { QueueView } from '../../review/view-models';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { Count } from '../ui/count';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { formatNumber } from '../ui/format';
import { Pages } from '../ui/pages';
import { SearchBox } from '../ui/search-box';
import { Skeleton } from '../ui/skeleton';
import { Tabs } from '../ui/tabs';
import { BulkBar } from './bulk-bar';
import { DepartmentFilter } from './department-filter';
import { SavedMenu } from './saved-menu';
import { QueueTable } from './queue-table';
import { useBulk } from './use-bulk';
import { QUEUE_TABS, useFilter } from './use-filter';
import { useQueueKeys } from './use-queue-keys';

/** `/admin/hang-doi`: oldest and most urgent first; the keyboard alone is enough. */
export function QueueScreen() {
  const t = useT();
  useScreen([{ label: t('nav.reviewing'), url: '/admin' }, { label: t('nav.queue') }]);
  const { tab, setTab, text, setText, department, setDepartment, q, open } = useFilter();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [page, setPage] = useState(1);
  const query = new URLSearchParams({ tab, page: String(page) });
  if (q) query.set('q', q);
  if (department) query.set('department', department);
  const { data, error, loading, reload } = useResource<QueueView>(`/api/staff/queue?${query}`);
  const rows = data?.rows ?? [];

  const pages = data?.pages;

  useEffect(() => setPage(1), [tab, q, department]);
  useEffect(() => setSelected(new Set()), [tab, q, department, page]);
  // What left the list, by one's own hand or another's, is selected no longer.
  const shown = data?.rows;
  useEffect(() => {
    if (!shown) return;
    const here = new Set(shown.map(({ id }) => id));
    setSelected((set) => {
      const left = [...set].filter((id) => here.has(id));
      return left.length === set.size ? set : new Set(left);
    });
  }, [shown]);
  // The last page can be decided away under one's hands.
  useEffect(() => {
    if (pages !== undefined) setPage((now) => Math.max(Math.min(now, pages), 1));
  }, [pages]);
  const turn = (step: 1 | -1) => setPage(Math.max(Math.min(page + step, pages ?? page), 1));
  const toggle = (id: string) =>
    setSelected((set) => {
      const next = new Set(set);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const bulk = useBulk({ rows, selected, setSelected, reload });
  const { at, setAt } = useQueueKeys({
    rows,
    tab,
    page,
    onToggle: toggle,
    onClaim: bulk.claimOne,
    onPage: turn,
  });
  const left = data?.left ?? 0;
  const chosen = data?.departments.find(({ id }) => id === department)?.name;
  const narrowed = [chosen, q && t('queue.saved.words', { q })].filter(Boolean);

  return (
    <main className="kho kho-content kho-queue">
      <div className="kho-head">
        <h1>{t('queue.title')}</h1>
        <SearchBox
          label={t('queue.search')}
          onChange={setText}
          placeholder={t('queue.searchHint')}
          value={text}
        />
      </div>
      <div className="kho-queue__views">
        <Tabs
          current={tab}
          items={QUEUE_TABS.map((id) => ({
            id,
            label: t(`queue.tabs.${id}`),
            badge: data && (
              <Count
                tone={
                  id === 'overdue' && data.counts.overdue > 0
                    ? 'late'
                    : id === tab
                      ? 'accent'
                      : undefined
                }
                value={data.counts[id]}
              />
            ),
          }))}
          label={t('queue.views')}
          onOpen={setTab}
        />
        <DepartmentFilter
          departments={data?.departments ?? []}
          onChange={setDepartment}
          value={department}
        />
        <SavedMenu
          filter={{ tab, q: text.trim(), department }}
          onOpen={open}
          shown={[t(`queue.tabs.${tab}`), ...narrowed].join(' · ')}
        />
      </div>
      <div aria-labelledby={`kho-tab-${tab}`} id={`kho-panel-${tab}`} role="tabpanel">
        {loading && <Skeleton label={t('common.loading')} lines={9} />}
        {error && !data && <ErrorState onRetry={() => void reload()} problem={error} />}
        {data && rows.length === 0 && (
          <EmptyState
            icon="inbox"
            title={q || department ? t('queue.nothingFound') : t(`queue.empty.${tab}`)}
          >
            {q || department ? t('queue.nothingFoundText') : t(`queue.emptyText.${tab}`)}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <QueueTable
            at={at}
            onAt={setAt}
            onSelect={setSelected}
            onToggle={toggle}
            outcomes={bulk.outcomes}
            page={page}
            rows={rows}
            selected={selected}
            tab={tab}
          />
        )}
        <Pages onPage={setPage} page={page} pages={pages ?? 1}>
          {left > 0 && `. ${t('queue.left', { count: left, number: formatNumber(left) })}`}
        </Pages>
      </div>
      <BulkBar bulk={bulk} pages={pages ?? 1} rows={rows} selected={selected} tab={tab} />
    </main>
  );
}
