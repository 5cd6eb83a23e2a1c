import { FACET_FIELDS } from '../port';

/** Words of one field beyond its 65,535th are not searched: long texts go into several. */
const WORDS_OF_A_FIELD = 60_000;
const BODY_FIELDS = 20;

/** Where a query looks: titles, titles and all that describes, or everything. */
const zone = (names: string[]): string[] => names.flatMap((name) => [name, exactField(name)]);
export const exactField = (name: string): string => `${name}_exact`;
const bodyNames = Array.from({ length: BODY_FIELDS }, (_, at) => `body_${String(at)}`);
const HEAD_NAMES = ['title', 'keywords', 'labels', 'abstract'];
export const FIELDS = {
  title: zone(['title']),
  names: zone(['keywords', 'labels']),
  head: zone(HEAD_NAMES),
  /** Without marks, where spelling mistakes are looked for. */
  spelling: HEAD_NAMES,
  everything: zone([...HEAD_NAMES, ...bodyNames]),
};

/** Words by field; those beyond the last field are not searched. */
export function bodyFields(words: string[], name = (field: string) => field) {
  const parts = bodyNames.map(
    (field, at) =>
      [
        name(field),
        words.slice(at * WORDS_OF_A_FIELD, (at + 1) * WORDS_OF_A_FIELD).join(' '),
      ] as const,
  );
  return Object.fromEntries(parts.filter(([, text]) => text !== ''));
}

/** No language is guessed: our words are of none. */
const localizedAttributes = [{ attributePatterns: ['*'], locales: ['vie'] }];
/** Quoted words never match by typing mistake; these bound the search for a spelling alone. */
const minWordSizeForTypos = { oneTypo: 3, twoTypos: 6 };

/**
 * Settings as code. Strict queries quote each word, so that `words` and `typo` are the same for all
 * that match: what then orders them is the weight of the query they came by, and `sort`.
 */
export const MATERIAL_SETTINGS = {
  searchableAttributes: FIELDS.everything,
  displayedAttributes: ['identifier', 'hash', 'head', 'words', 'publishedAt', 'titleKey'],
  filterableAttributes: [...FACET_FIELDS, 'identifier', 'publishedAt', 'modifiedAt', 'titleKey'],
  sortableAttributes: ['publishedAt', 'titleKey', 'identifier'],
  rankingRules: ['words', 'typo', 'sort'],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos,
    disableOnNumbers: true,
    disableOnAttributes: FIELDS.everything.filter((field) => !FIELDS.spelling.includes(field)),
  },
  faceting: { maxValuesPerFacet: 5_000 },
  // Beyond this many hits pages would be empty while their number says otherwise.
  pagination: { maxTotalHits: 10_000_000 },
  proximityPrecision: 'byWord',
  localizedAttributes,
};

export const PASSAGE_SETTINGS = {
  searchableAttributes: ['words', 'words_exact'],
  displayedAttributes: ['text', 'part', 'last'],
  filterableAttributes: ['material', 'part'],
  sortableAttributes: ['part'],
  rankingRules: ['words', 'typo', 'sort'],
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  proximityPrecision: 'byWord',
  localizedAttributes,
};
