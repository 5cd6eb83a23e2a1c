import type { TakenValue } from '../view-models';

type Values = Record<string, unknown>;

/** What describes a material apart from what is its own: titles, files, declarations, identifier. */
export const DESCRIPTION = [
  'abstract',
  'keywords',
  'language',
  'type',
  'subjects',
  'levels',
  'audiences',
  'features',
  'ageRange',
  'duration',
  'creators',
  'publisher',
  'place',
  'issued',
  'outcomes',
  'educationalUse',
  'interactivity',
  'accessibility',
  'basedOn',
  'partOf',
] as const;

/** Part of the claim, though it is kept with the material. */
export const USE = ['intendedUse', 'embargoUntil'] as const;

/**
 * What a rights record says, apart from the title of the work and its papers. Who is seen in a work,
 * whether AI made it and what of others is in it is true of that one work: it is asked anew.
 */
export const RIGHTS = [
  'basis',
  'workType',
  'authors',
  'anonymous',
  'fixedYear',
  'published',
  'firstPublishedYear',
  'country',
  'owner',
  'scope',
  'territory',
  'termFrom',
  'termTo',
  'exclusive',
  'sublicence',
  'remuneration',
  'conditions',
  'licence',
  'creditLine',
  'tdmReserved',
  'nextReview',
] as const;

const isGroup = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An unticked box says as little as an empty line: both may be filled in. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isGroup(value) && Object.values(value).every(isBlank);
}

/** Rows are new rows where they go. */
function withoutRowIds(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((row: unknown) => {
    if (!isGroup(row)) return row;
    const { id: _id, ...rest } = row;
    return rest;
  });
}

/** Into a group or a text of two languages only what is blank in it goes, unless all is replaced. */
function merged(own: unknown, theirs: unknown, overwrite: boolean): unknown {
  if (!isGroup(theirs)) return overwrite || isBlank(own) ? withoutRowIds(theirs) : own;
  const before = isGroup(own) ? own : {};
  const parts = Object.entries(theirs)
    .filter(([, value]) => !isBlank(value))
    .map(([name, value]) => [name, merged(before[name], value, overwrite)] as const);
  return { ...before, ...Object.fromEntries(parts) };
}

const plain = (value: unknown) =>
  JSON.stringify(value ?? null, (key, entry: unknown) => (key === 'id' ? undefined : entry));

/** The fields that would get another value, with the one they have and the one they would get. */
export function takenValues(input: {
  record: TakenValue['record'];
  fields: readonly string[];
  own: Values;
  theirs: Values;
  overwrite: boolean;
}): TakenValue[] {
  const { record, fields, own, theirs, overwrite } = input;
  return fields.flatMap((field) => {
    if (isBlank(theirs[field])) return [];
    const before = own[field] ?? null;
    const after = merged(before, theirs[field], overwrite);
    return plain(before) === plain(after) ? [] : [{ record, field, before, after }];
  });
}

function hasLanguages(value: unknown): boolean {
  if (!isGroup(value)) return false;
  const names = Object.keys(value);
  const both = names.length > 0 && names.every((name) => name === 'vi' || name === 'en');
  return both || Object.values(value).some(hasLanguages);
}

function inLanguage(value: unknown, lang: 'vi' | 'en'): unknown {
  if (!isGroup(value)) return value;
  const names = Object.keys(value);
  if (names.length > 0 && names.every((name) => name === 'vi' || name === 'en')) {
    return value[lang] ?? null;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, inLanguage(inner, lang)]),
  );
}

/**
 * The values of one language, as one write takes them; what has no language goes with Vietnamese,
 * and English only where it changes.
 */
export function dataIn(values: readonly TakenValue[], lang: 'vi' | 'en'): Values {
  return Object.fromEntries(
    values
      .filter(
        ({ before, after }) =>
          lang === 'vi' ||
          (hasLanguages(after) &&
            plain(inLanguage(before, lang)) !== plain(inLanguage(after, lang))),
      )
      .map(({ field, after }) => [field, inLanguage(after, lang)]),
  );
}
