import type { PayloadRequest } from 'payload';
import { hanoiDate, now } from '../platform/clock';
import { AppError, type FieldProblem } from '../platform/errors';
import { departmentPeople } from '../review/recipients';
import { takedownHolds } from '../review/takedown-hold';
import { tellScheduler } from '../review/tell-scheduler';
import {
  openSystemTransition,
  openTransition,
  writeTransition,
  type Opened,
  type TransitionInput,
  type Written,
} from '../review/transition';
import { announce, findPublication, projection, type PublicationRow } from './write-publication';

async function publicationOf(opened: Opened): Promise<PublicationRow> {
  const { identifier } = opened.dossier.material;
  const publication = identifier ? await findPublication(opened.req, identifier) : undefined;
  if (!publication) throw new AppError('internal', { params: { what: 'no publication' } });
  return publication;
}

/** The tombstone that says when and why, the decision, and the row of the change feed. */
async function takeDown(
  opened: Opened,
  how: Pick<Written, 'input' | 'notify'> & { keepSchedule?: boolean },
): Promise<{ reviewId: string }> {
  const { req } = opened;
  const publication = await publicationOf(opened);
  const at = now().toISOString();
  await req.payload.update({
    collection: 'publications',
    id: publication.id,
    data: {
      status: 'withdrawn',
      withdrawnAt: at,
      withdrawReason: opened.reasons[0] ?? 'other',
      modifiedAt: at,
    },
    depth: 0,
    req,
  });
  const written = await writeTransition({
    input: how.input,
    opened,
    set: {
      publicationStatus: 'withdrawn',
      // A publication that was scheduled before must not undo a person's withdrawal.
      ...(how.keepSchedule ? {} : { scheduledAt: null }),
    },
    ...(how.notify ? { notify: how.notify } : {}),
  });
  const { identifier, revision } = publication;
  await announce(req, { type: 'withdrawn', identifier, revision, at });
  return written;
}

/** A notice of infringement is the whole department's affair, whoever handed the material in. */
async function whomToTell({ req, dossier }: Opened, { onNotice }: TransitionInput) {
  const { department, material } = dossier;
  return onNotice ? await departmentPeople(req, department.id) : [material.submittedBy];
}

/** Takes the publication from the world and leaves a tombstone that says when and why. */
export async function withdraw(req: PayloadRequest, input: TransitionInput): Promise<void> {
  const opened = await openTransition(req, input);
  const { material } = opened.dossier;
  const notify: Written['notify'] = [{ to: await whomToTell(opened, input), kind: 'withdraw' }];
  const { reviewId } = await takeDown(opened, { input, notify });
  await tellScheduler(req, { material, reviewId, by: opened.person.id });
}

/**
 * Takes a publication from the world because its granted term has ended: the repository's own act, on
 * record as such. A publication of a renewed grant that is scheduled keeps its schedule, it is judged
 * by its own rights. False when it was not live any more.
 */
export async function withdrawEnded(req: PayloadRequest, materialId: string): Promise<boolean> {
  const action = 'withdraw' as const;
  const opened = await openSystemTransition(req, { materialId, action, reasons: ['term_ended'] });
  if (!opened) return false;
  await takeDown(opened, { input: { action }, keepSchedule: true });
  return true;
}

interface DecidedRights {
  termFrom?: string;
  termTo?: string;
}

/** The rights as they were approved, held against today. */
function endedTerms(content: unknown, today: string): FieldProblem[] {
  const { rights, components } = content as {
    rights?: DecidedRights;
    components?: DecidedRights[];
  };
  return [rights, ...(components ?? [])].flatMap((record, index) => {
    const field = index === 0 ? 'rights' : `rights.components.${String(index - 1)}`;
    if (record?.termTo && record.termTo < today) {
      return [{ field: `${field}.termTo`, code: 'term_ended', params: { date: record.termTo } }];
    }
    return [];
  });
}

/** Brings a withdrawn publication back under its identifier, if approval and rights still hold. */
export async function reinstate(req: PayloadRequest, input: TransitionInput): Promise<void> {
  const opened = await openTransition(req, input);
  const publication = await publicationOf(opened);
  const { identifier, revision } = publication;
  const revisions = await req.payload.find({
    collection: 'publication-revisions',
    where: { and: [{ identifier: { equals: identifier } }, { revision: { equals: revision } }] },
    limit: 1,
    depth: 1,
    overrideAccess: true,
    req,
  });
  const approval = (
    revisions.docs[0] as unknown as { approval?: { content?: unknown; revoked?: boolean } }
  ).approval;
  const errors: FieldProblem[] =
    !approval || approval.revoked
      ? [{ field: 'state', code: 'approval_missing' }]
      : endedTerms(approval.content, hanoiDate());
  // What a notice took comes back by the decision on that notice, and by nothing else.
  if (!input.onNotice && (await takedownHolds(req, identifier)).length > 0)
    errors.push({ field: 'state', code: 'held_by_notice' });
  if (errors.length > 0) throw new AppError('conditions_unmet', { errors });
  const at = now().toISOString();
  await req.payload.update({
    collection: 'publications',
    id: publication.id,
    data: {
      ...projection({ ...publication.snapshot, modifiedAt: at }),
      status: 'live',
      withdrawnAt: null,
      withdrawReason: null,
    },
    depth: 0,
    req,
  });
  await writeTransition({
    input,
    opened,
    set: { publicationStatus: 'live' },
    notify: [{ to: await whomToTell(opened, input), kind: 'reinstate' }],
  });
  await announce(req, { type: 'reinstated', identifier, revision, at });
}
