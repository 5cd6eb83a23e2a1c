import { rightsClearance } from '../review/conditions';
import type { DepartmentRow, Dossier, L10n, MaterialItem, TermRow } from '../review/dossier';
import type {
  Coded,
  Lang,
  Localized,
  LocalizedList,
  Snapshot,
  SnapshotFile,
} from './read/snapshot';

const nfc = (text: string) => text.normalize('NFC');

/** Vietnamese counts; without it there is no value. */
function localized(value: L10n<string>): Localized | null {
  const vi = value?.vi?.trim();
  if (!vi) return null;
  const en = value?.en?.trim();
  return { vi: nfc(vi), ...(en ? { en: nfc(en) } : {}) };
}

function localizedList(value: L10n<string[]>): LocalizedList {
  const vi = (value?.vi ?? []).map(nfc);
  const en = (value?.en ?? []).map(nfc);
  return { vi, ...(en.length > 0 ? { en } : {}) };
}

export function codedTerm(term: TermRow): Coded {
  return { code: term.code, label: { ...term.label }, uri: term.uri ?? null };
}

export function codedDepartment(department: DepartmentRow): Coded {
  return { code: department.code, label: { ...department.name }, uri: null };
}

function snapshotFile(item: MaterialItem, dossier: Dossier): SnapshotFile | undefined {
  const file = dossier.files.get(item.file);
  if (!file) return undefined;
  return {
    id: file.publicId,
    role: item.role ?? 'main',
    name: file.name,
    mediaType: file.mediaType,
    size: file.size,
    sha256: file.sha256,
    pages: file.pages ?? null,
    duration: file.duration ?? null,
    caption: localized(item.caption),
    altText: localized(item.altText),
    storageKey: file.storageKey,
    thumbnailKey: file.thumbnailKey ?? null,
    textKey: file.textKey ?? null,
  };
}

/** A language is offered when title and abstract are there in it. */
function languages(dossier: Dossier): Lang[] {
  const { title, abstract } = dossier.material;
  return title?.en?.trim() && abstract?.en?.trim() ? ['vi', 'en'] : ['vi'];
}

export interface SnapshotInput {
  dossier: Dossier;
  identifier: string;
  revision: number;
  /** UTC moments with Z. */
  publishedAt: string;
  modifiedAt: string;
  /** The day in Hanoi that decides about access. */
  today: string;
}

/** What the world will see of a complete dossier; undefined while title, licence or credit lack. */
export function buildSnapshot(input: SnapshotInput): Snapshot | undefined {
  const { dossier } = input;
  const { material: m, rights } = dossier;
  const title = localized(m.title);
  const licence = rights?.licence ? dossier.licences.get(rights.licence) : undefined;
  const attribution = localized(rights?.creditLine);
  if (!title || !licence || !attribution) return undefined;
  const { access, download } = rightsClearance(dossier, 'publish', input.today);
  const coded = (ids: string[] | null | undefined): Coded[] =>
    (ids ?? [])
      .map((id) => dossier.terms.get(id))
      .filter((term): term is TermRow => term !== undefined)
      .map(codedTerm);
  return {
    identifier: input.identifier,
    revision: input.revision,
    languages: languages(dossier),
    title,
    alternativeTitle: localized(m.alternativeTitle),
    abstract: localized(m.abstract),
    keywords: localizedList(m.keywords),
    language: m.language ?? [],
    type: coded(m.type ? [m.type] : [])[0] ?? null,
    subjects: coded(m.subjects),
    levels: coded(m.levels),
    audiences: coded(m.audiences),
    features: coded(m.features),
    department: codedDepartment(dossier.department),
    creators: (m.creators ?? [])
      .filter((creator) => creator.name?.trim())
      .map((creator) => ({ name: nfc(creator.name ?? ''), role: creator.role ?? 'author' })),
    publisher: m.publisher?.trim() ? nfc(m.publisher.trim()) : null,
    issued: m.issued ?? null,
    publishedAt: input.publishedAt,
    modifiedAt: input.modifiedAt,
    licence: {
      code: licence.code,
      version: licence.version,
      label: { ...licence.label },
      url: licence.url ?? null,
      permits: [...(licence.permits ?? [])],
    },
    rightsHolder: rights?.owner?.name ?? null,
    copyrightYear: rights?.firstPublishedYear ?? rights?.fixedYear ?? null,
    attribution,
    accessibility: {
      modes: m.accessibility?.modes ?? [],
      sufficient: m.accessibility?.sufficient ?? [],
      features: m.accessibility?.features ?? [],
      hazards: m.accessibility?.hazards ?? [],
      summary: localized(m.accessibility?.summary),
    },
    ageRange: m.ageRange ?? null,
    duration: m.duration ?? null,
    outcomes: localizedList(m.outcomes),
    educationalUse: m.educationalUse ?? [],
    interactivity: m.interactivity ?? null,
    place: m.place ?? null,
    basedOn: m.basedOn ?? [],
    partOf: m.partOf ?? [],
    files: (m.items ?? [])
      .map((item) => snapshotFile(item, dossier))
      .filter((file): file is SnapshotFile => file !== undefined),
    access,
    download,
  };
}
