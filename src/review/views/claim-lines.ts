import { translateIfKnown, type Lang } from '../../i18n/translate';
import { shownDate } from '../../platform/shown-date';
import { BASIS_REQUIREMENTS } from '../../rights/basis-requirements';
import { CODE_LISTS } from '../../rights/types';
import type { Dossier, RightsRow } from '../dossier';
import type { ClaimLine, ConditionView } from '../view-models';

/** What the claim says, of a stored record or of the content kept with an earlier decision. */
export type ClaimedRights = Pick<
  Partial<RightsRow>,
  | 'basis'
  | 'workType'
  | 'authors'
  | 'owner'
  | 'scope'
  | 'termFrom'
  | 'termTo'
  | 'creditLine'
  | 'portraitConsent'
  | 'ai'
  | 'conditions'
> & {
  component?: string | null;
  /** A licence row's id, or what names one for good. */
  licence?: string | { code: string; version: number } | null;
};

/** Stored content has them sorted by code: they are read in the order of the forms. */
const SCOPES = CODE_LISTS.scope;

export function codeLabel(lang: Lang, list: string, code: string | null | undefined): string {
  return code ? (translateIfKnown(lang, `rights:codes.${list}.${code}`) ?? code) : '';
}

function licenceName(licence: ClaimedRights['licence'], dossier: Dossier, lang: Lang): string {
  if (!licence) return '';
  const rows = [...dossier.licences.values()];
  const row =
    typeof licence === 'string'
      ? dossier.licences.get(licence)
      : rows.find(({ code, version }) => code === licence.code && version === licence.version);
  if (row) return row.label[lang] ?? row.label.vi ?? '';
  return typeof licence === 'string' ? '' : licence.code;
}

/** Each line of the claim in words, in the order in which an editor reads; empty where nothing is said. */
function claimValues(claimed: ClaimedRights, dossier: Dossier, lang: Lang): Map<string, string> {
  const list = (parts: (string | null | undefined)[]) => parts.filter(Boolean).join(', ');
  const term =
    claimed.termFrom || claimed.termTo
      ? [claimed.termFrom, claimed.termTo].map((day) => (day ? shownDate(day) : '…')).join(' – ')
      : '';
  const named = (name: string, code: string | null | undefined) => codeLabel(lang, name, code);
  return new Map([
    ['basis', named('basis', claimed.basis)],
    ['workType', named('workType', claimed.workType)],
    ['authors', list((claimed.authors ?? []).map(({ name, penName }) => name ?? penName))],
    ['owner', list([claimed.owner?.name, named('ownerKind', claimed.owner?.kind)])],
    [
      'scope',
      list(
        SCOPES.filter((code) => claimed.scope?.includes(code)).map((code) => named('scope', code)),
      ),
    ],
    ['termTo', term],
    ['licence', licenceName(claimed.licence, dossier, lang)],
    ['creditLine', claimed.creditLine?.[lang] ?? claimed.creditLine?.vi ?? ''],
    ['portraitConsent', named('portraitConsent', claimed.portraitConsent)],
    ['ai', list([named('aiUse', claimed.ai?.use), claimed.ai?.tool])],
    ['conditions', claimed.conditions ?? ''],
  ]);
}

/** The article that a basis rests on. */
function articleOf(basis: ClaimedRights['basis'], lang: Lang): string | null {
  const article = basis ? (BASIS_REQUIREMENTS[basis] as { article?: string }).article : undefined;
  return article ? (translateIfKnown(lang, `rights:articles.${article}`) ?? null) : null;
}

/**
 * The claim line by line, as an editor reads it: only what is said, was said when it was last
 * returned, or is asked for.
 */
export function claimLines(input: {
  lang: Lang;
  dossier: Dossier;
  row: RightsRow;
  problems: ConditionView[];
  path: string;
  /** What the same record said when it was last returned. */
  earlier: ClaimedRights | null;
}): ClaimLine[] {
  const { lang, dossier, row, problems, path, earlier } = input;
  const now = claimValues(row as ClaimedRights, dossier, lang);
  const before = earlier ? claimValues(earlier, dossier, lang) : now;
  return [...now]
    .map(([field, value]) => ({
      field,
      label: translateIfKnown(lang, `collections:fields.${field}`) ?? field,
      value,
      note: field === 'basis' ? articleOf(row.basis, lang) : null,
      was: before.get(field) === value ? null : (before.get(field) ?? ''),
      problems: problems.filter(
        (problem) =>
          problem.field === `${path}.${field}` || problem.field.startsWith(`${path}.${field}.`),
      ),
    }))
    .filter((line) => line.value !== '' || line.was !== null || line.problems.length > 0);
}
