import { translateIfKnown, type Lang } from '../../../i18n/translate';
import { shownDate } from '../../../platform/shown-date';
import type { Coded, Localized, Snapshot } from '../../../publishing/read/snapshot';
import type { FacetField } from '../../../search/port';
import { languageName } from '../../presenters/labels';
import { address, words } from '../layout';
import { markup, type Markup } from '../markup';

/** What librarians call the record: everything known, in words, each name leading to its likes. */
export function details(s: Snapshot, lang: Lang): Markup {
  const t = words(lang);
  const text = (value: Localized | null) => value && (value[lang] ?? value.vi);
  const english = lang === 'en' ? 'en' : undefined;
  const links = (field: FacetField, terms: Coded[]) =>
    listed(
      terms.map(
        ({ code, label }) =>
          markup`<a href="${address('/', { [field]: code, lang: english })}">${text(label)}</a>`,
      ),
    );
  const keywords = s.keywords[lang] ?? s.keywords.vi;
  const outcomes = s.outcomes[lang] ?? s.outcomes.vi;
  const rows: [string, Markup | string | null][] = [
    [t('delivery:item.identifier'), markup`<span class="code">${s.identifier}</span>`],
    [t('delivery:item.type'), links('type', s.type ? [s.type] : [])],
    [t('delivery:item.subjects'), links('subject', s.subjects)],
    [t('delivery:item.levels'), links('level', s.levels)],
    [t('delivery:item.audiences'), links('audience', s.audiences)],
    [t('delivery:item.ageRange'), s.ageRange],
    [t('delivery:item.keywords'), keywords.join(', ')],
    [t('delivery:item.outcomes'), outcomes.join('; ')],
    [t('delivery:item.creators'), creators(s, lang)],
    [t('delivery:item.department'), links('department', [s.department])],
    [t('delivery:item.publisher'), s.publisher],
    [t('delivery:item.holder'), [s.rightsHolder, s.copyrightYear].filter(Boolean).join(', ')],
    [t('delivery:item.issued'), s.issued && shownDate(s.issued)],
    [t('delivery:item.published'), shownDate(s.publishedAt)],
    [
      t('delivery:item.modified'),
      s.revision > 1
        ? t('delivery:item.revision', { date: shownDate(s.modifiedAt), n: s.revision })
        : null,
    ],
    [t('delivery:item.language'), s.language.map(languageName(lang)).join(', ')],
    [t('delivery:item.place'), s.place],
    [t('delivery:item.accessibility'), text(s.accessibility.summary)],
  ];
  return markup`<section class="item-details" aria-labelledby="details">
  <h2 id="details">${t('delivery:item.details')}</h2>
  <dl class="details">${rows.map(([name, value]) => row(name, value))}</dl>
</section>`;
}

function row(name: string, value: Markup | string | null): Markup {
  const empty = value === null || value === '' || (typeof value !== 'string' && !value.markup);
  return empty ? markup`` : markup`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function listed(values: Markup[]): Markup {
  return markup`${values.map((value, at) => markup`${at > 0 && ', '}${value}`)}`;
}

/** Names by what they did: `Nguyễn Thị Lan; hiệu đính: Phạm Thu Hằng`. */
function creators({ creators: people }: Snapshot, lang: Lang): string {
  const byRole = new Map<string, string[]>();
  for (const { name, role } of people) byRole.set(role, [...(byRole.get(role) ?? []), name]);
  return [...byRole]
    .map(([role, names]) => {
      const label = translateIfKnown(lang, `collections:creatorRoles.${role}`) ?? role;
      return role === 'author' ? names.join(', ') : `${label}: ${names.join(', ')}`;
    })
    .join('; ');
}
