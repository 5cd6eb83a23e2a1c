import type { PayloadRequest } from 'payload';
import type { Lang } from '../../i18n/translate';
import type { Basis } from '../../rights/types';
import type { MaterialRow } from '../dossier';
import type { Person } from '../people';
import type { PersonView } from '../view-models';
import { byId, type Named } from './by-id';
import { namesOf } from './names';
import { roundsOf, type Round } from './rounds';

/** The fields of a material that a row is made from, in one language. */
export type WaitingRow = Pick<
  MaterialRow,
  | 'id'
  | 'department'
  | 'type'
  | 'items'
  | 'holder'
  | 'state'
  | 'publicationStatus'
  | 'revision'
  | 'stepSince'
  | 'submittedAt'
  | 'scheduledAt'
  | 'updatedAt'
  | 'createdBy'
  | 'editors'
> & { title?: string | null };
export const WAITING_FIELDS = {
  title: true,
  department: true,
  type: true,
  items: { file: true },
  holder: true,
  state: true,
  publicationStatus: true,
  revision: true,
  stepSince: true,
  submittedAt: true,
  scheduledAt: true,
  updatedAt: true,
  createdBy: true,
  editors: true,
} as const;

export interface RightsOfRow {
  material: string;
  component?: string | null;
  basis?: Basis | null;
  licence?: string | null;
  portraitConsent?: string | null;
  ai?: { use?: string | null } | null;
  evidence?: { document?: string | null }[] | null;
  interview?: unknown;
  editors?: string[] | null;
}
const RIGHTS_FIELDS = {
  material: true,
  component: true,
  basis: true,
  licence: true,
  portraitConsent: true,
  ai: { use: true },
  evidence: { document: true },
  interview: true,
  editors: true,
} as const;

type Stored = { id: string; uploadedBy?: string | null; pages?: number | null };

/** What the rows of one page name, each read once. */
export interface Related {
  lang: Lang;
  person: Person;
  rights: Map<string, RightsOfRow[]>;
  rounds: Map<string, Round>;
  people: Map<string, PersonView>;
  departments: Map<string, { id: string; name?: string }>;
  types: Map<string, { id: string; label?: string }>;
  licences: Map<string, { id: string; kind: string; label?: string }>;
  files: Map<string, Stored>;
  evidence: Map<string, Stored>;
}

async function rightsOf(req: PayloadRequest, ids: string[]): Promise<RightsOfRow[]> {
  const found = await req.payload.find({
    collection: 'rights-records',
    where: { material: { in: ids } },
    select: RIGHTS_FIELDS,
    depth: 0,
    pagination: false,
    overrideAccess: true,
  });
  return found.docs as unknown as RightsOfRow[];
}

/** Reads what the rows name: one query a collection, whatever their number. */
export async function relatedTo(
  req: PayloadRequest,
  rows: WaitingRow[],
  { lang, person }: { lang: Lang; person: Person },
): Promise<Related> {
  const records = await rightsOf(
    req,
    rows.map(({ id }) => id),
  );
  const papers = records.flatMap(({ evidence }) => (evidence ?? []).map((one) => one.document));
  const items = rows.flatMap((row) => (row.items ?? []).map(({ file }) => file));
  const named = async <T extends { id: string }>(
    collection: Named,
    ids: (string | null | undefined)[],
    select: Record<string, true>,
  ) => await byId<T>(req, { collection, ids, select, lang });
  const rights = new Map<string, RightsOfRow[]>();
  for (const one of records) rights.set(one.material, [...(rights.get(one.material) ?? []), one]);
  return {
    lang,
    person,
    rights,
    rounds: await roundsOf(
      req,
      rows.map(({ id }) => id),
    ),
    people: await namesOf(
      { payload: req.payload },
      rows.map(({ holder }) => holder),
    ),
    departments: await named(
      'departments',
      rows.map(({ department }) => department),
      { name: true },
    ),
    types: await named(
      'terms',
      rows.map(({ type }) => type),
      { label: true },
    ),
    licences: await named(
      'licences',
      records.map(({ licence }) => licence),
      { label: true, kind: true },
    ),
    files: await named('files', items, { uploadedBy: true, pages: true }),
    evidence: await named('evidence', papers, { uploadedBy: true }),
  };
}
