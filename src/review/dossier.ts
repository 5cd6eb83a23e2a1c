/**
 * Everything that belongs to one material: the working copy in every language, its rights records,
 * files, evidence, licences, terms. What conditions, hash, snapshot and screens are made from.
 */
import { inSameTransaction } from '../platform/database/same-transaction';
import type { Payload, PayloadRequest } from 'payload';
import type { TermScheme, Verdict } from '../platform/code-lists';
import { AppError } from '../platform/errors';
import type {
  LicenceCondition,
  LicenceFacts,
  LicenceKind,
  Permit,
  RightsRecord,
} from '../rights/types';
import type { PublicationStatus, WorkingState } from './states';

export type L10n<T> = { vi?: T | null; en?: T | null } | null | undefined;

export interface MaterialItem {
  id: string;
  file: string;
  role?: string | null;
  caption?: L10n<string>;
  altText?: L10n<string>;
}

/** A row of `materials` read with `locale: 'all'`, `depth: 0`. */
export interface MaterialRow {
  id: string;
  department: string;
  suppliedAs?: string | null;
  title?: L10n<string>;
  alternativeTitle?: L10n<string>;
  abstract?: L10n<string>;
  keywords?: L10n<string[]>;
  language?: string[] | null;
  type?: string | null;
  subjects?: string[] | null;
  levels?: string[] | null;
  audiences?: string[] | null;
  features?: string[] | null;
  ageRange?: string | null;
  duration?: string | null;
  creators?: { id?: string; name?: string | null; role?: string | null }[] | null;
  publisher?: string | null;
  place?: string | null;
  issued?: string | null;
  outcomes?: L10n<string[]>;
  educationalUse?: string[] | null;
  interactivity?: string | null;
  accessibility?: {
    modes?: string[] | null;
    sufficient?: string[] | null;
    features?: string[] | null;
    hazards?: string[] | null;
    summary?: L10n<string>;
  } | null;
  basedOn?: string[] | null;
  partOf?: string[] | null;
  items?: MaterialItem[] | null;
  intendedUse?: ('open_digital' | 'named_portals' | 'print' | 'adapt')[] | null;
  embargoUntil?: string | null;
  declarations?: { noStateSecret?: boolean | null; consents?: boolean | null } | null;
  identifier?: string | null;
  state: WorkingState;
  publicationStatus: PublicationStatus;
  revision?: number | null;
  holder?: string | null;
  revisedBy?: string | null;
  submittedBy?: string | null;
  submittedAt?: string | null;
  stepSince?: string | null;
  scheduledAt?: string | null;
  approval?: string | null;
  createdBy?: string | null;
  editors?: string[] | null;
  lastEditedBy?: string | null;
  deletedAt?: string | null;
  createdAt: string;
  updatedAt: string;
}

export type RightsRow = Omit<RightsRecord, 'creditLine' | 'decidedBy' | 'licence'> & {
  id: string;
  creditLine?: L10n<string>;
  licence?: string | null;
  decidedBy?: string | null;
  decisionGround?: string | null;
  editors?: string[] | null;
  updatedAt: string;
  createdAt: string;
};

export interface ObjectRow {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  storageKey: string;
  verdict: Verdict;
  pages?: number | null;
  uploadedBy?: string | null;
  createdAt: string;
}
export interface FileRow extends ObjectRow {
  publicId: string;
  processingNote?: string | null;
  processing: 'pending' | 'done' | 'failed';
  duration?: number | null;
  textKey?: string | null;
  thumbnailKey?: string | null;
}

export interface LicenceRow {
  id: string;
  code: string;
  version: number;
  kind: LicenceKind;
  label: { vi: string; en?: string };
  url?: string | null;
  permits?: Permit[] | null;
  conditions?: LicenceCondition[] | null;
  reservedForPortals?: boolean | null;
}

export interface TermRow {
  id: string;
  scheme: TermScheme;
  code: string;
  label: { vi: string; en?: string };
  uri?: string | null;
}
export interface DepartmentRow {
  id: string;
  code: string;
  name: { vi: string; en?: string };
  requiresEndorsement?: boolean | null;
}

export interface Dossier {
  material: MaterialRow;
  department: DepartmentRow;
  rights: RightsRow | null;
  components: RightsRow[];
  files: Map<string, FileRow>;
  evidence: Map<string, ObjectRow>;
  licences: Map<string, LicenceRow>;
  terms: Map<string, TermRow>;
}

type Scope = { payload: Payload; req?: PayloadRequest };

async function byIds<T extends { id: string }>(
  { payload, req }: Scope,
  collection: 'files' | 'evidence' | 'licences' | 'terms',
  ids: (string | null | undefined)[],
): Promise<Map<string, T>> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const found = await payload.find({
    collection,
    where: { id: { in: wanted } },
    locale: 'all',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req: req && inSameTransaction(req),
  });
  return new Map((found.docs as unknown as T[]).map((row) => [row.id, row]));
}

/**
 * Loads a material with all its parts, as the system. Whoever calls it for a person has checked
 * that the person may see the material. Throws `not_found`.
 */
export async function loadDossier(scope: Scope & { materialId: string }): Promise<Dossier> {
  const { payload, materialId } = scope;
  const req = scope.req && inSameTransaction(scope.req);
  const material = (await payload.findByID({
    collection: 'materials',
    id: materialId,
    locale: 'all',
    depth: 0,
    trash: true,
    disableErrors: true,
    overrideAccess: true,
    req,
  })) as unknown as MaterialRow | null;
  if (!material) throw new AppError('not_found');
  const records = await payload.find({
    collection: 'rights-records',
    where: { material: { equals: materialId } },
    sort: 'createdAt',
    locale: 'all',
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req: scope.req && inSameTransaction(scope.req),
  });
  const rows = records.docs as unknown as RightsRow[];
  const department = (await payload.findByID({
    collection: 'departments',
    id: material.department,
    locale: 'all',
    depth: 0,
    overrideAccess: true,
    req: scope.req && inSameTransaction(scope.req),
  })) as unknown as DepartmentRow;
  const evidenceIds = rows.flatMap((row) =>
    (row.evidence ?? []).map((entry) => entry.document as string | null | undefined),
  );
  return {
    material,
    department,
    rights: rows.find((row) => !row.component) ?? null,
    components: rows.filter((row) => row.component),
    files: await byIds<FileRow>(
      scope,
      'files',
      (material.items ?? []).map((item) => item.file),
    ),
    evidence: await byIds<ObjectRow>(scope, 'evidence', evidenceIds),
    licences: await byIds<LicenceRow>(
      scope,
      'licences',
      rows.map((row) => row.licence),
    ),
    terms: await byIds<TermRow>(scope, 'terms', [
      material.type,
      ...(material.subjects ?? []),
      ...(material.levels ?? []),
      ...(material.audiences ?? []),
      ...(material.features ?? []),
    ]),
  };
}

/** A licence as the rights rules see it. */
export function licenceFacts(row: LicenceRow | undefined): LicenceFacts | null {
  if (!row) return null;
  return {
    code: row.code,
    version: row.version,
    kind: row.kind,
    permits: row.permits ?? [],
    conditions: row.conditions ?? [],
    reservedForPortals: row.reservedForPortals === true,
  };
}

interface Authored {
  material: Pick<MaterialRow, 'createdBy' | 'editors'>;
  records: Pick<RightsRow, 'editors'>[];
  /** Files and evidence. */
  objects: Pick<ObjectRow, 'uploadedBy'>[];
}

/** Everybody who uploaded or edited any part: none of them may approve it (separation of duties). */
export function authorsOf({ material, records, objects }: Authored): Set<string> {
  const people = [
    material.createdBy,
    ...(material.editors ?? []),
    ...records.flatMap((row) => row.editors ?? []),
    ...objects.map((row) => row.uploadedBy),
  ];
  return new Set(people.filter((id): id is string => typeof id === 'string'));
}

export function authorsOfDossier(dossier: Dossier): Set<string> {
  const { material, rights, components, files, evidence } = dossier;
  return authorsOf({
    material,
    records: rights ? [rights, ...components] : components,
    objects: [...files.values(), ...evidence.values()],
  });
}
