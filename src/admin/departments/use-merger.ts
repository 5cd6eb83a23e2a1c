'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import { useResource } from '../hooks/use-resource';
import { useT } from '../hooks/use-t';

interface Counted {
  totalDocs: number;
}

export const idOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value || null;
  const id = (value as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : null;
};

/** The department that this one has gone into; null while it stands on its own. */
export function useMergedInto(): string | null {
  const { savedDocumentData } = useDocumentInfo();
  return idOf(savedDocumentData?.mergedInto);
}

/** The name of a department, closed ones too. */
export function useDepartmentName(id: string | null): string {
  const { lang } = useT();
  const query = `depth=0&locale=${lang}&fallback-locale=vi`;
  const { data } = useResource<{ name?: string }>(id ? `/api/departments/${id}?${query}` : null);
  return data?.name ?? '';
}

/** How many people and materials belong to a department now: what `tell-of-merger` counts. */
export function useBelonging(id: string | null) {
  const people = useResource<Counted>(id ? `/api/users/count?where[departments][in]=${id}` : null);
  const materials = useResource<Counted>(
    id ? `/api/materials/count?where[department][equals]=${id}&trash=true` : null,
  );
  return {
    people: people.data?.totalDocs,
    materials: materials.data?.totalDocs,
    reload: () => Promise.all([people.reload(), materials.reload()]),
  };
}
