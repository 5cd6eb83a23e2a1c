import type { Key } from '../../i18n/translate';
import type { FacetField } from '../../search/port';
import type { FacetValue, FindAnswer } from '../find';
import { searchAddress, type Asked } from './asked';
import { markup, type Markup } from './markup';
import { icon } from './icons';
import { words, type Translate } from './layout';

/** Groups that stand open; the others are a click away. */
const OPEN = new Set<FacetField>(['audience', 'subject', 'type']);
const MOST_VALUES = 12;

/** The filters beside the results, and what is chosen above them. */
export function facetRail(
  asked: Asked,
  facets: FindAnswer['facets'],
): { filters: Markup; chips: Markup } {
  const t = words(asked.lang);
  const fields = Object.keys(facets) as FacetField[];
  const chosen = fields.flatMap((field) =>
    (asked.filters[field] ?? []).map((code) => ({ field, code })),
  );
  const label = (field: FacetField, code: string) =>
    facets[field]?.find((value) => value.code === code)?.label ?? code;
  const chips = chosen.map(({ field, code }) => {
    const left = (asked.filters[field] ?? []).filter((other) => other !== code);
    const href = searchAddress(asked, { filters: { ...asked.filters, [field]: left } });
    return markup`<a class="chip" href="${href}"><span><span class="sr">${t('delivery:page.removeFilter')} </span>${fieldName(t, field)}: ${label(field, code)}</span>${icon('x')}</a>`;
  });
  const summary =
    chosen.length > 0
      ? t('delivery:page.filtersChosen', { n: chosen.length })
      : t('delivery:page.filters');
  const groups = fields.map((field) => group(asked, field, facets[field] ?? []));
  return {
    filters: markup`<details class="filters">
  <summary>${icon('filter')}${summary}${icon('chev', 'chev')}</summary>
  <form action="/" method="get" aria-label="${t('delivery:page.filters')}">
    <h2>${t('delivery:page.filters')}</h2>
    <input type="hidden" name="q" value="${asked.q}">
    ${asked.lang === 'en' && markup`<input type="hidden" name="lang" value="en">`}
    ${asked.sort !== 'relevance' && markup`<input type="hidden" name="sort" value="${asked.sort}">`}
    ${groups}
    <button class="btn apply" type="submit">${t('delivery:page.apply')}</button>
  </form>
</details>`,
    chips: markup`${chips.length > 0 && markup`<p class="chips">${chips}</p>`}`,
  };
}

function fieldName(t: Translate, field: FacetField): string {
  return t(`delivery:facets.${field}` as Key);
}

function group(asked: Asked, field: FacetField, values: FacetValue[]): Markup {
  const t = words(asked.lang);
  const chosen = new Set(asked.filters[field]);
  const shown = values.filter(({ code }, at) => at < MOST_VALUES || chosen.has(code));
  if (shown.length === 0) return markup``;
  const open = OPEN.has(field) || chosen.size > 0;
  return markup`<details class="facet"${open && markup` open`}>
  <summary>${fieldName(t, field)}${icon('chev', 'chev')}</summary>
  <ul>${shown.map(
    ({ code, label, count }) =>
      markup`<li><label><input type="checkbox" name="${field}" value="${code}"${chosen.has(code) && markup` checked`}><span class="name">${label}</span><span class="n">${count}<span class="sr"> ${t('delivery:page.materials')}</span></span></label></li>`,
  )}</ul>
</details>`;
}
