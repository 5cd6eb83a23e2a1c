import { translate, translateIfKnown, type Key, type Lang } from '../../i18n/translate';
import { shownDate } from '../../platform/shown-date';
import type { ContentProjection } from '../content-hash';
import type { ChangeSinceApproval } from '../view-models';

/** Says nothing to a person: the papers are told apart by number and day. */
const FOR_MACHINES = new Set(['sha256', 'id']);
/** Whose code list a name within a group is of. */
const CODES_OF: Record<string, string> = {
  'evidence.kind': 'evidenceKind',
  'owner.kind': 'ownerKind',
  'ai.use': 'aiUse',
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A value in words; the codes of a field by the names that the forms give them. */
function shown(value: unknown, lang: Lang, field: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean')
    return translate(lang, value ? 'workflow:changes.yes' : 'workflow:changes.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (DAY.test(value)) return shownDate(value);
    return (
      translateIfKnown(lang, `rights:codes.${field}.${value}`) ??
      (field === 'language'
        ? translateIfKnown(lang, `admin:vocabularies.languages.${value}`)
        : undefined) ??
      value
    );
  }
  if (Array.isArray(value)) return value.map((entry) => shown(entry, lang, field)).join(', ');
  return Object.entries(value)
    .filter(([name]) => !FOR_MACHINES.has(name))
    .map(([name, entry]) => shown(entry, lang, CODES_OF[`${field}.${name}`] ?? name))
    .filter(Boolean)
    .join(', ');
}

type Item = { sha256?: string; name?: string };

function fileChanges(
  before: ContentProjection,
  after: ContentProjection,
  lang: Lang,
): ChangeSinceApproval[] {
  const old = (before.items ?? []) as Item[];
  const fresh = (after.items ?? []) as Item[];
  const entry = (from: Item | undefined, to: Item | undefined): ChangeSinceApproval => ({
    kind: 'file',
    field: 'items',
    label: translate(lang, 'workflow:changes.file'),
    before: from?.name ?? null,
    after: to?.name ?? null,
  });
  const gone = old.filter((item) => !fresh.some((other) => other.sha256 === item.sha256));
  const come = fresh.filter((item) => !old.some((other) => other.sha256 === item.sha256));
  return [
    ...gone.map((item) => entry(item, undefined)),
    ...come.map((item) => entry(undefined, item)),
  ];
}

function fieldLabel(field: string, lang: Lang): string {
  return translateIfKnown(lang, `collections:fields.${field}`) ?? field;
}

function compare(
  kind: ChangeSinceApproval['kind'],
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  lang: Lang,
  path = '',
): ChangeSinceApproval[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({
      kind: field === 'licence' ? 'licence' : kind,
      field: `${path}${field}`,
      label: fieldLabel(field, lang),
      before: shown(before[field], lang, field),
      after: shown(after[field], lang, field),
    }));
}

/** What changed since the content that was last decided upon, field by field, files by hash. */
export function changesSince(
  before: ContentProjection,
  after: ContentProjection,
  lang: Lang,
): ChangeSinceApproval[] {
  const { items: _oldItems, rights: oldRights, components: oldParts, ...oldRest } = before;
  const { items: _newItems, rights: newRights, components: newParts, ...newRest } = after;
  const record = (value: unknown) => (value ?? {}) as Record<string, unknown>;
  const parts = compare('rights', { components: oldParts }, { components: newParts }, lang).map(
    (change) => ({ ...change, label: translate(lang, 'workflow:changes.rights' satisfies Key) }),
  );
  return [
    ...compare('metadata', oldRest, newRest, lang),
    ...fileChanges(before, after, lang),
    ...compare('rights', record(oldRights), record(newRights), lang, 'rights.'),
    ...parts,
  ];
}
