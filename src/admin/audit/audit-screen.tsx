'use client';
import { useEffect, useState } from 'react';
import type { AuditView } from '../../reporting/audit/audit-view';
import { useDebounced } from '../hooks/use-debounced';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { formatNumber } from '../ui/format';
import { Icon } from '../ui/icon';
import { Pages } from '../ui/pages';
import { SearchBox } from '../ui/search-box';
import { Skeleton } from '../ui/skeleton';
import { AuditFilters, NO_FILTERS } from './audit-filters';
import { AuditRows } from './audit-rows';
import { ChainState } from './chain-state';

const EXPORT = '/api/staff/audit/export';

/** `/admin/nhat-ky`: who did what, newest first; whether the trail holds; the whole of it as a file. */
export function AuditScreen() {
  const t = useT();
  useScreen([{ label: t('nav.watch'), url: '/admin' }, { label: t('audit.title') }]);
  const [filters, setFilters] = useState(NO_FILTERS);
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const q = useDebounced(text.trim(), 300);
  useEffect(() => setPage(1), [filters, q]);

  const asked = Object.entries({ ...filters, q, page: String(page) });
  const query = new URLSearchParams(asked.filter((entry): entry is [string, string] => !!entry[1]));
  const { data, error, loading, reload } = useResource<AuditView>(`/api/staff/audit?${query}`);
  const filtered = q !== '' || Object.values(filters).some(Boolean);

  return (
    <main className="kho kho-content kho-audit">
      <div className="kho-head">
        <h1>{t('audit.title')}</h1>
        <SearchBox
          label={t('audit.search')}
          onChange={setText}
          placeholder={t('audit.searchHint')}
          value={text}
        />
      </div>
      <p className="kho-muted kho-audit__lead">{t('audit.lead')}</p>
      {data && <ChainState chain={data.chain} />}
      <div className="kho-audit__export">
        <a className="kho-btn" download href={EXPORT}>
          <Icon name="open" />
          {t('audit.exportAll')}
        </a>
        <span className="kho-small kho-muted">{t('audit.exportHint')}</span>
      </div>
      <AuditFilters onChange={setFilters} value={filters} />
      {loading && <Skeleton label={t('common.loading')} lines={10} />}
      {error && !data && <ErrorState onRetry={() => void reload()} problem={error} />}
      {data && data.items.length === 0 && (
        <EmptyState icon="history" title={t(filtered ? 'audit.nothing' : 'audit.empty')}>
          {t(filtered ? 'audit.nothingText' : 'audit.emptyText')}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <>
          <p aria-live="polite" className="kho-small kho-muted kho-num kho-listed">
            {t('audit.listed', { number: formatNumber(data.total) })}
          </p>
          <AuditRows items={data.items} />
          <Pages onPage={setPage} page={page} pages={data.pages} />
        </>
      )}
    </main>
  );
}
