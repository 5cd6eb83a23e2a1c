'use client';
import { useAuth } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'next/navigation';
import type { Role } from '../../review/states';
import type { MaterialListView } from '../../review/view-models';
import { useDebounced } from '../hooks/use-debounced';
import { useResource } from '../hooks/use-resource';
import { useScreen } from '../hooks/use-screen';
import { useT } from '../hooks/use-t';
import { LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Pages } from '../ui/pages';
import { SearchBox } from '../ui/search-box';
import { Skeleton } from '../ui/skeleton';
import { formatNumber } from '../ui/format';
import { MaterialRows } from './material-rows';
import { isPublication, StateFilter } from './state-filter';

/** `/admin/hoc-lieu`: everything the person may see, by state, by words; the bin beside it. */
export function MaterialsScreen() {
  const t = useT();
  const { user } = useAuth<{ id: string; role?: Role } & Record<string, unknown>>();
  // As the menu calls it, which led here.
  const own = user?.role === 'contributor' || user?.role === 'manager';
  const title = t(own ? 'nav.ownMaterials' : 'materials.title');
  useScreen([{ label: title }]);
  const params = useSearchParams();
  const [state, setState] = useState(params.get('publication') ?? params.get('state') ?? '');
  const [text, setText] = useState(params.get('q') ?? '');
  const [page, setPage] = useState(1);
  const q = useDebounced(text.trim(), 300);
  useEffect(() => setPage(1), [state, q]);

  const query = new URLSearchParams({ page: String(page) });
  if (state) query.set(isPublication(state) ? 'publication' : 'state', state);
  if (q) query.set('q', q);
  const { data, error, loading, reload } = useResource<MaterialListView>(
    `/api/staff/materials?${query}`,
  );

  return (
    <main className="kho kho-content">
      <div className="kho-head">
        <h1>{title}</h1>
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
          <Pages onPage={setPage} page={page} pages={data.pages} />
        </>
      )}
    </main>
  );
}
