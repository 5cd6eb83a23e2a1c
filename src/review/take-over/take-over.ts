/** "Ten files, described once": the description and the claim of one material, for another. */
import type { Payload, PayloadRequest, TypedUser } from 'payload';
import { inSameTransaction } from '../../platform/database/same-transaction';
import { recordEvent } from '../../audit/record-event';
import { inTransaction } from '../../platform/database/transaction';
import { AppError } from '../../platform/errors';
import { addAuthors } from '../add-authors';
import { writableMaterial } from '../content-lock';
import { authorsOf, loadDossier, type Dossier, type RightsRow } from '../dossier';
import type { TakenOverView, TakenValue } from '../view-models';
import { copyPapers, newPaperRows } from './copy-papers';
import { takenInterview } from './taken-interview';
import { dataIn, DESCRIPTION, isBlank, RIGHTS, takenValues, USE } from './taken-values';

export interface TakeOverInput {
  payload: Payload;
  user: TypedUser;
  /** The material that is filled in: the person must be able to change it now. */
  materialId: string;
  /** Another one of the same department that the person sees. */
  fromId: string;
  /** What the rights record says, apart from what is true of the one work only. */
  rights: boolean;
  /** Its papers too: the person says that the same ones prove the rights in both. */
  papers: boolean;
  /** Replace what stands there as well, not only fill what is blank. */
  overwrite: boolean;
  /** Only say what would be set. */
  preview: boolean;
}

interface Plan {
  target: Dossier;
  source: Dossier;
  values: TakenValue[];
  papers: Record<string, unknown>[];
}

type Values = Record<string, unknown>;
const valuesOf = (row: object | null): Values => (row ?? {}) as Values;

/**
 * Sets in a draft what another material of the department says already. Titles, files, identifier
 * and declarations are never taken; whoever may not approve the other may not approve this one.
 * Throws `not_found`, `content_locked`, `invalid_input` (another department).
 */
export async function takeOver(input: TakeOverInput): Promise<TakenOverView> {
  const { payload, user } = input;
  return await inTransaction({ payload, user }, async (req) => {
    const plan = await planOf(req, input);
    if (!input.preview) await carryOut(req, input, plan);
    const { source, values, papers } = plan;
    return { from: { id: source.material.id }, values, papers: papers.length };
  });
}

async function planOf(req: PayloadRequest, input: TakeOverInput): Promise<Plan> {
  const { payload, user, materialId, overwrite } = input;
  await writableMaterial({ payload, user, req, materialId });
  const target = await loadDossier({ payload, req, materialId });
  const source = await visibleSource(req, input, target);
  const values = takenValues({
    record: 'material',
    fields: input.rights ? [...DESCRIPTION, ...USE] : DESCRIPTION,
    own: valuesOf(target.material),
    theirs: valuesOf(source.material),
    overwrite,
  });
  if (!input.rights || !target.rights) return { target, source, values, papers: [] };
  const wanted = input.papers && (overwrite || isBlank(target.rights.evidence));
  const papers = wanted ? newPaperRows(source, target) : [];
  values.push(...claimOf(input, { target, source, papers }));
  return { target, source, values, papers };
}

/** What the other claims, with the mark of where it came from. */
function claimOf({ overwrite }: TakeOverInput, plan: Omit<Plan, 'values'>): TakenValue[] {
  const { target, source, papers } = plan;
  const [own, theirs] = [valuesOf(target.rights), valuesOf(source.rights)];
  const claimed = takenValues({ record: 'rights', fields: RIGHTS, own, theirs, overwrite });
  if (claimed.length + papers.length === 0) return [];
  const from = source.material.id;
  const answers = { own: own.interview, theirs: theirs.interview, from, overwrite };
  return [...claimed, takenInterview(answers)];
}

async function visibleSource(
  req: PayloadRequest,
  { payload, user, materialId, fromId }: TakeOverInput,
  target: Dossier,
): Promise<Dossier> {
  const seen = await payload.count({
    collection: 'materials',
    where: { id: { equals: fromId } },
    overrideAccess: false,
    user,
    req,
  });
  if (seen.totalDocs === 0 || fromId === materialId) throw new AppError('not_found');
  const source = await loadDossier({ payload, req, materialId: fromId });
  if (source.material.department !== target.material.department) {
    throw new AppError('invalid_input', {
      errors: [{ field: 'from', code: 'source_of_other_department' }],
    });
  }
  return source;
}

/** As the person: the access rules, the lock, the audit trail and authorship hold as in any edit. */
async function carryOut(req: PayloadRequest, input: TakeOverInput, plan: Plan): Promise<void> {
  const { target, values, papers } = plan;
  const of = (record: TakenValue['record']) => values.filter((one) => one.record === record);
  await write(req, 'materials', target.material.id, of('material'));
  if (target.rights) {
    await write(req, 'rights-records', target.rights.id, of('rights'));
    if (papers.length > 0) await addPapers(req, target, target.rights, papers);
  }
  if (values.length + papers.length === 0) return;
  await inheritAuthors(req, input, plan);
  await recordEvent({
    req,
    action: 'material.take_over',
    subject: `materials/${target.material.id}`,
    detail: {
      from: plan.source.material.id,
      rights: of('rights').length > 0,
      papers: papers.length,
    },
  });
}

async function write(
  req: PayloadRequest,
  collection: 'materials' | 'rights-records',
  id: string,
  values: TakenValue[],
): Promise<void> {
  for (const locale of ['vi', 'en'] as const) {
    const data = dataIn(values, locale);
    if (Object.keys(data).length === 0) continue;
    await req.payload.update({
      collection,
      id,
      locale,
      data,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req: inSameTransaction(req),
    });
  }
}

async function addPapers(
  req: PayloadRequest,
  target: Dossier,
  rights: RightsRow,
  rows: Record<string, unknown>[],
): Promise<void> {
  const copies = await copyPapers({ req, target, rightsId: rights.id, rows });
  await req.payload.update({
    collection: 'rights-records',
    id: rights.id,
    data: { evidence: [...(rights.evidence ?? []), ...copies] as never },
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req: inSameTransaction(req),
  });
}

/** Authorship travels with content: who may not approve the source may not approve what is like it. */
async function inheritAuthors(
  req: PayloadRequest,
  { materialId, rights }: TakeOverInput,
  { source }: Plan,
): Promise<void> {
  const people = authorsOf({
    material: source.material,
    records: rights && source.rights ? [source.rights] : [],
    objects: [],
  });
  await addAuthors({ req, materialId, people });
}
