'use client';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'next/navigation';
import type { MaterialListView } from '../../review/view-models';
import { useDebounced } from '../hooks/use-debounced';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { Button, LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { SearchBox } from '../ui/search-box';
import { Skeleton } from '../ui/skeleton';
import { formatNumber } from '../ui/format';
import { MaterialRows } from './material-rows';
import { StateFilter } from './state-filter';

/** `/admin/hoc-lieu`: everything the person may see, by state, by words; the bin beside it. */
export function MaterialsScreen() {
  const t = useT();
  useScreen([{ label: t('materials.title') }]);
  const params = useSearchParams();
  const [state, setState] = useState(params.get('state') ?? '');
  const [text, setText] = useState(params.get('q') ?? '');
  const [page, setPage] = useState(1);
  const q = useDebounced(text.trim(), 300);
  useEffect(() => setPage(1), [state, q]);

  const query = new URLSearchParams({ page: String(page) });
  if (state) query.set('state', state);
  if (q) query.set('q', q);
  const publication = params.get('publication');
  if (publication) query.set('publication', publication);
  const { data, error, loading, reload } = useResource<MaterialListView>(
    `/api/staff/materials?${query}`,
  );

  return (
    <main className="kho kho-content">
      <div className="kho-head">
        <h1>{t('materials.title')}</h1>
        <SearchBox
          label={t('materials.search')}
          onChange={setText}
          placeholder={t('materials.searchHint')}
          value={text}
        />
      </div>
      <StateFilter counts={data?.counts ?? {}} onChange={setState} value={state} />
      {loading && <Skeleton label={t('common.loading')} lines={8} />}
      {error && !data && <ErrorState onRetry={() => void reload()} problem={error} />}
      {data && data.items.length === 0 && (
        <EmptyState
          action={!q && !state && <LinkButton href="/admin#nop">{t('nav.submit')}</LinkButton>}
          icon="files"
          title={q || state ? t('materials.nothingFound') : t('materials.empty')}
        >
          {q || state ? t('materials.nothingFoundText') : t('materials.emptyText')}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <>
          <p aria-live="polite" className="kho-small kho-muted kho-num kho-listed">
            {t('materials.listed', { count: data.total, number: formatNumber(data.total) })}
          </p>
          <MaterialRows items={data.items} onChange={() => void reload()} />
          {data.pages > 1 && (
            <nav aria-label={t('common.pages')} className="kho-pages">
              <Button blocked={page <= 1} icon="left" onClick={() => setPage(page - 1)}>
                {t('common.previousPage')}
              </Button>
              <span className="kho-sm kho-muted kho-num">
                {t('common.pageOf', { page: data.page, pages: data.pages })}
              </span>
              <Button blocked={page >= data.pages} onClick={() => setPage(page + 1)}>
                {t('common.nextPage')}
              </Button>
            </nav>
          )}
        </>
      )}
    </main>
  );
}
