import { translate, type Lang } from '../../i18n/translate';
import type { Coded, Snapshot } from '../../publishing/read/snapshot';
import { concreteType } from './concrete-type';
import { createLocaliser } from './localise';
import { fileAddress, materialAddress, pageAddress } from './material';

/** Roles that schema.org calls author; everybody else contributed. */
const AUTHORS = new Set(['author', 'creator', 'composer', 'compiler']);
/** Kinds whose outcomes are examined rather than taught. */
const ASSESSING = new Set(['assessment', 'exercise']);

/**
 * schema.org with the LRMI terms (LearningResource), one property a row of the metadata table.
 * Localised values in the language asked for; what is empty is left out, as JSON-LD wants it.
 */
export function presentJsonLd(input: {
  snapshot: Snapshot;
  lang: Lang;
  publicUrl: string;
}): Record<string, unknown> {
  const { snapshot: s, lang, publicUrl } = input;
  const local = createLocaliser(lang);
  const id = materialAddress(publicUrl, s.identifier);
  const t = (value: Parameters<typeof local.text>[1]) => local.text('', value);
  const term = (scheme: string) => (coded: Coded) => ({
    '@type': 'DefinedTerm',
    termCode: coded.code,
    name: local.must('', coded.label),
    inDefinedTermSet: `${publicUrl}/v1/terms/${scheme}`,
    url: coded.uri,
  });
  const outcomes = local.list('', s.outcomes);
  const assesses = ASSESSING.has(s.type?.code ?? '');
  const organization = (name: string | null) => name && { '@type': 'Organization', name };
  return clean({
    '@context': 'https://schema.org',
    '@type': ['LearningResource', concreteType(s)],
    '@id': id,
    identifier: s.identifier,
    url: pageAddress(publicUrl, s.identifier),
    name: t(s.title),
    alternateName: t(s.alternativeTitle),
    description: t(s.abstract),
    inLanguage: s.language,
    keywords: local.list('', s.keywords),
    about: [...s.subjects.map(term('subjects')), ...s.features.map(term('features'))],
    spatialCoverage: s.place && { '@type': 'Place', name: s.place },
    author: s.creators.filter(({ role }) => AUTHORS.has(role)).map(person),
    contributor: s.creators
      .filter(({ role }) => !AUTHORS.has(role))
      .map((creator) => ({
        '@type': 'Role',
        roleName: creator.role,
        contributor: person(creator),
      })),
    publisher: organization(s.publisher),
    sourceOrganization: {
      '@type': 'GovernmentOrganization',
      identifier: s.department.code,
      name: local.must('', s.department.label),
    },
    datePublished: s.issued ?? s.publishedAt,
    dateModified: s.modifiedAt,
    version: s.revision,
    creativeWorkStatus: 'Published',
    learningResourceType: s.type && term('types')(s.type),
    educationalLevel: s.levels.map(term('levels')),
    audience: s.audiences.map((audience) => ({
      '@type': 'EducationalAudience',
      educationalRole: audience.uri?.split('/').at(-1) ?? audience.code,
      identifier: audience.code,
      name: local.must('', audience.label),
      url: audience.uri,
    })),
    typicalAgeRange: s.ageRange,
    timeRequired: s.duration,
    educationalUse: s.educationalUse,
    interactivityType: s.interactivity,
    [assesses ? 'assesses' : 'teaches']: outcomes,
    isAccessibleForFree: true,
    conditionsOfAccess: translate(lang, 'delivery:presenters.access'),
    license: s.licence.url ?? s.licence.code,
    usageInfo: `${publicUrl}/v1/licences`,
    copyrightHolder: organization(s.rightsHolder),
    copyrightYear: s.copyrightYear,
    creditText: t(s.attribution),
    isBasedOn: s.basedOn,
    isPartOf: s.partOf,
    accessMode: s.accessibility.modes,
    accessModeSufficient: s.accessibility.sufficient.map((modes) => ({
      '@type': 'ItemList',
      itemListElement: modes.split(/[\s,+]+/).filter(Boolean),
    })),
    accessibilityFeature: s.accessibility.features,
    accessibilityHazard: s.accessibility.hazards,
    accessibilitySummary: t(s.accessibility.summary),
    thumbnailUrl: s.files
      .filter(({ thumbnailKey }) => thumbnailKey !== null)
      .map((file) => `${fileAddress(publicUrl, file.id)}/thumbnail`)[0],
    encodingFormat: [...new Set(s.files.map(({ mediaType }) => mediaType))],
    encoding: s.files.map((file) => ({
      '@type': 'MediaObject',
      identifier: file.id,
      name: file.name,
      contentUrl: s.download ? fileAddress(publicUrl, file.id) : null,
      encodingFormat: file.mediaType,
      contentSize: String(file.size),
      sha256: file.sha256,
      caption: t(file.caption),
      description: t(file.altText),
      duration: file.duration === null ? null : `PT${String(Math.round(file.duration))}S`,
      additionalProperty: file.pages && {
        '@type': 'PropertyValue',
        name: 'numberOfPages',
        value: file.pages,
      },
    })),
  });
}

function person({ name }: { name: string }): Record<string, unknown> {
  return { '@type': 'Person', name };
}

/** Without nulls, empty texts and empty lists. */
function clean(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const kept = cleaned(inner);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}

function cleaned(value: unknown): unknown {
  if (value === null || value === '' || value === 0) return undefined;
  if (Array.isArray(value)) {
    const kept = value.map(cleaned).filter((inner) => inner !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  return typeof value === 'object' ? clean(value as Record<string, unknown>) : value;
}
