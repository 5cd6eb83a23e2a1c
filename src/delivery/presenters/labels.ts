import type { Lang } from '../../i18n/translate';
import type { TermScheme } from '../../platform/code-lists';
import type { ReadStore } from '../../publishing/read/store';
import type { FacetField } from '../../search/port';

const SCHEME: Partial<Record<FacetField, TermScheme>> = {
  type: 'types',
  subject: 'subjects',
  level: 'levels',
  audience: 'audiences',
  feature: 'features',
};

/** The words of a facet's codes; a code that is known no more stands for itself. */
export async function facetLabels(
  store: ReadStore,
  field: FacetField,
  lang: Lang,
): Promise<(code: string) => string> {
  if (field === 'language') return languageName(lang);
  const scheme = SCHEME[field];
  const labels = new Map<string, string>();
  const rows = scheme
    ? await store.terms(scheme)
    : field === 'department'
      ? (await store.departments()).map(({ code, name }) => ({ code, label: name }))
      : await store.licences();
  for (const { code, label } of rows) {
    if (!labels.has(code)) labels.set(code, label[lang] ?? label.vi);
  }
  return (code) => labels.get(code) ?? code;
}

export function languageName(lang: Lang): (code: string) => string {
  const names = new Intl.DisplayNames([lang], { type: 'language' });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}
