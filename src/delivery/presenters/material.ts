import type { Lang } from '../../i18n/translate';
import type { Snapshot, SnapshotFile } from '../../publishing/read/snapshot';
import { mayBeViewed } from '../files/viewing';
import type { Material, MaterialSummary } from '../schemas/material';
import { createLocaliser } from './localise';

export function materialAddress(publicUrl: string, identifier: string): string {
  return `${publicUrl}/v1/materials/${encodeURIComponent(identifier)}`;
}

/** The page for people, which is what to cite. */
export function pageAddress(publicUrl: string, identifier: string): string {
  return `${publicUrl}/hoc-lieu/${encodeURIComponent(identifier)}`;
}

export function fileAddress(publicUrl: string, id: string): string {
  return `${publicUrl}/v1/files/${encodeURIComponent(id)}`;
}

/** A publication in one language, every key there. */
export function presentMaterial(input: {
  snapshot: Snapshot;
  lang: Lang;
  publicUrl: string;
}): Material {
  const { snapshot: s, lang, publicUrl } = input;
  const local = createLocaliser(lang);
  const self = materialAddress(publicUrl, s.identifier);
  const file = (f: SnapshotFile) => ({
    id: f.id,
    role: f.role,
    name: f.name,
    mediaType: f.mediaType,
    size: f.size,
    sha256: f.sha256,
    pages: f.pages,
    duration: f.duration,
    caption: local.text('files.caption', f.caption),
    altText: local.text('files.altText', f.altText),
    // Where only viewing is allowed there is no address to download from.
    url: s.download ? fileAddress(publicUrl, f.id) : null,
    view: mayBeViewed(f, s) ? `${fileAddress(publicUrl, f.id)}/view` : null,
    thumbnail: f.thumbnailKey === null ? null : `${fileAddress(publicUrl, f.id)}/thumbnail`,
  });
  const localised = {
    title: local.must('title', s.title),
    alternativeTitle: local.text('alternativeTitle', s.alternativeTitle),
    abstract: local.text('abstract', s.abstract),
    keywords: local.list('keywords', s.keywords),
    type: s.type && local.coded('type', s.type),
    subjects: local.codedList('subjects', s.subjects),
    levels: local.codedList('levels', s.levels),
    audiences: local.codedList('audiences', s.audiences),
    features: local.codedList('features', s.features),
    department: local.coded('department', s.department),
    licence: local.must('licence', s.licence.label),
    attribution: local.must('attribution', s.attribution),
    summary: local.text('accessibility.summary', s.accessibility.summary),
    outcomes: local.list('outcomes', s.outcomes),
    files: s.files.map(file),
  };
  return {
    identifier: s.identifier,
    revision: s.revision,
    lang,
    languages: s.languages,
    fallbacks: local.fallbacks(),
    title: localised.title,
    alternativeTitle: localised.alternativeTitle,
    abstract: localised.abstract,
    keywords: localised.keywords,
    language: s.language,
    type: localised.type,
    subjects: localised.subjects,
    levels: localised.levels,
    audiences: localised.audiences,
    features: localised.features,
    department: localised.department,
    creators: s.creators.map(({ name, role }) => ({ name, role })),
    publisher: s.publisher,
    issued: s.issued,
    publishedAt: s.publishedAt,
    modifiedAt: s.modifiedAt,
    licence: {
      code: s.licence.code,
      version: s.licence.version,
      label: localised.licence,
      url: s.licence.url,
      permits: s.licence.permits,
    },
    rightsHolder: s.rightsHolder,
    copyrightYear: s.copyrightYear,
    attribution: localised.attribution,
    accessibility: {
      modes: s.accessibility.modes,
      sufficient: s.accessibility.sufficient,
      features: s.accessibility.features,
      hazards: s.accessibility.hazards,
      summary: localised.summary,
    },
    ageRange: s.ageRange,
    duration: s.duration,
    outcomes: localised.outcomes,
    educationalUse: s.educationalUse,
    interactivity: s.interactivity,
    place: s.place,
    basedOn: s.basedOn,
    partOf: s.partOf,
    files: localised.files,
    links: {
      self,
      html: pageAddress(publicUrl, s.identifier),
      jsonld: `${self}?format=jsonld`,
      dc: `${self}?format=dc`,
      similar: `${self}/similar`,
    },
  };
}

/** What a list shows of a publication. */
export function presentSummary(input: {
  snapshot: Snapshot;
  lang: Lang;
  publicUrl: string;
}): MaterialSummary {
  const { outcomes: _outcomes, links: _links, files, ...rest } = presentMaterial(input);
  const details = new Set(['outcomes', 'files.caption', 'files.altText']);
  return {
    ...rest,
    fallbacks: rest.fallbacks.filter((field) => !details.has(field)),
    files: files.map(({ sha256: _sha256, caption: _caption, altText: _altText, ...file }) => file),
  };
}
