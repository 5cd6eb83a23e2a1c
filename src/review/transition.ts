/** The two halves of every change of state: may it happen, and writing it down. */
import type { Payload, PayloadRequest, TypedUser } from 'payload';
import { recordEvent } from '../audit/record-event';
import { now } from '../platform/clock';
import { AppError } from '../platform/errors';
import type { ContentProjection } from './content-hash';
import type { QuestionAnswer } from './answered-questions';
import { loadDossier, type Dossier } from './dossier';
import { orderNotices } from './notice';
import type { NoticeKind } from './notice-kinds';
import { actorOf, personOf, SYSTEM, type Person } from './people';
import { NEEDS_REASONS, refusal, TO, type Refusal, type Situation } from './transitions';
import { reasonsFor, type Action, type ReasonCode, type WorkingState } from './states';

export interface TransitionInput {
  payload: Payload;
  user: TypedUser;
  materialId: string;
  action: Action;
  reasons?: string[];
  comment?: string;
  /** `publish`: the moment of a scheduled publication (ISO 8601). */
  at?: string;
  /** `reassign`: who takes over. */
  to?: string;
  /** `approve`: to each question that the department handed to the editor. */
  answers?: QuestionAnswer[];
  /** `withdraw`, `reinstate`: follows a notice of infringement, or the decision on it. */
  onNotice?: boolean;
}

export interface Opened {
  req: PayloadRequest;
  person: Person;
  dossier: Dossier;
  reasons: ReasonCode[];
}

interface ReviewRow {
  id: string;
  action: Action;
  actor?: string | { id: string; name?: string } | null;
  at: string;
  contentHash?: string | null;
  content?: unknown;
  revoked?: boolean | null;
}

async function lastDecision(req: PayloadRequest, materialId: string) {
  const found = await req.payload.find({
    collection: 'reviews',
    where: { material: { equals: materialId } },
    sort: '-at',
    limit: 1,
    depth: 1,
    overrideAccess: true,
    req,
  });
  return found.docs[0] as unknown as ReviewRow | undefined;
}

export async function readApproval(
  req: PayloadRequest,
  dossier: Dossier,
): Promise<(ReviewRow & { contentHash: string }) | undefined> {
  if (!dossier.material.approval) return undefined;
  const row = (await req.payload.findByID({
    collection: 'reviews',
    id: dossier.material.approval,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })) as unknown as ReviewRow | null;
  return row?.contentHash && !row.revoked ? { ...row, contentHash: row.contentHash } : undefined;
}

export async function situationOf(req: PayloadRequest, dossier: Dossier): Promise<Situation> {
  const { material } = dossier;
  const approval = await readApproval(req, dossier);
  return {
    state: material.state,
    publicationStatus: material.publicationStatus,
    departmentId: material.department,
    holderId: material.holder ?? undefined,
    approverId: typeof approval?.actor === 'string' ? approval.actor : approval?.actor?.id,
  };
}

/** Who has it in hand, which is not who acted last: it may have been passed on. */
async function holderOf(req: PayloadRequest, { material }: Dossier): Promise<string | undefined> {
  if (!material.holder) return undefined;
  const user = await req.payload.findByID({
    collection: 'users',
    id: material.holder,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  });
  return user?.name;
}

async function explain(
  req: PayloadRequest,
  dossier: Dossier,
  action: Action,
  why: Refusal,
): Promise<AppError> {
  if (why.kind === 'role' || why.kind === 'otherDepartment') {
    return new AppError('forbidden', { params: { action } });
  }
  // Who was first, and what they did: the other person's screen is older than this.
  const last = await lastDecision(req, dossier.material.id);
  const actor = typeof last?.actor === 'object' ? last.actor : null;
  const facts = {
    action,
    state: dossier.material.state,
    publicationStatus: dossier.material.publicationStatus,
    by: actor ? { id: actor.id, name: actor.name ?? null } : null,
    lastAction: last?.action ?? null,
    at: last?.at ?? null,
  };
  const holder = why.kind === 'notHolder' ? await holderOf(req, dossier) : undefined;
  return new AppError(holder ? 'taken_by_other' : 'action_not_possible', {
    params: { ...facts, holder },
    extra: facts,
  });
}

function checkReasons({ action, reasons: given, onNotice }: TransitionInput): ReasonCode[] {
  const reasons = [...new Set(given ?? [])];
  const allowed: readonly string[] = onNotice ? ['takedown'] : reasonsFor(action);
  const unknown = reasons.filter((code) => !allowed.includes(code));
  const errors = unknown.map((code) => ({
    field: 'reasons',
    code: 'reason_unknown',
    params: { code },
  }));
  if (NEEDS_REASONS.includes(action) && reasons.length === 0) {
    errors.push({ field: 'reasons', code: 'reasons_missing', params: { code: '' } });
  }
  if (errors.length > 0) throw new AppError('conditions_unmet', { errors });
  return reasons as ReasonCode[];
}

/**
 * Loads the material for the person and refuses what may not be: `not_found` for what they may not
 * see, `forbidden`, 409 with who was first and what they did, `conditions_unmet` for reasons.
 */
export async function openTransition(req: PayloadRequest, input: TransitionInput): Promise<Opened> {
  const person = personOf(input.user);
  if (!person) throw new AppError('not_signed_in');
  const visible = await req.payload.find({
    collection: 'materials',
    where: { id: { equals: input.materialId } },
    limit: 1,
    depth: 0,
    overrideAccess: false,
    user: input.user,
    req,
  });
  if (visible.docs.length === 0) throw new AppError('not_found');
  const dossier = await loadDossier({
    payload: req.payload,
    req,
    materialId: input.materialId,
  });
  const why = refusal(input.action, person, await situationOf(req, dossier));
  if (why) throw await explain(req, dossier, input.action, why);
  return { req, person, dossier, reasons: checkReasons(input) };
}

/**
 * The same for the repository itself: what it does follows from a day or a clock, so no reason of a
 * person's is asked for. Undefined when the material is not where the action starts from (somebody was
 * first): there is nothing left to do.
 */
export async function openSystemTransition(
  req: PayloadRequest,
  input: { materialId: string; action: Action; reasons: ReasonCode[] },
): Promise<Opened | undefined> {
  const { materialId, action, reasons } = input;
  const dossier = await loadDossier({ payload: req.payload, req, materialId });
  const why = refusal(action, SYSTEM, await situationOf(req, dossier));
  return why ? undefined : { req, person: SYSTEM, dossier, reasons };
}

/** What is written down of what was asked for. */
export type Asked = Pick<TransitionInput, 'action' | 'comment'>;

export interface Written {
  input: Asked;
  opened: Opened;
  /** Fields of the material to set besides the state. */
  set?: Record<string, unknown>;
  toState?: WorkingState;
  review?: { contentHash?: string; content?: ContentProjection; revision?: number };
  /** It only agrees on a moment, which the trail keeps. */
  scheduledAt?: string;
  /** Whom it is told; who decided is not told of it. */
  notify?: { to: (string | null | undefined)[]; kind: NoticeKind }[];
}

/** The decision itself: who, when, why, upon which content. */
async function writeDecision(
  { input, opened, review }: Written,
  at: string,
  toState: WorkingState,
) {
  const { req, dossier, reasons, person } = opened;
  const { material } = dossier;
  const decision = await req.payload.create({
    collection: 'reviews',
    data: {
      material: material.id,
      action: input.action,
      fromState: material.state,
      toState,
      actor: actorOf(person),
      reasons,
      comment: input.comment?.normalize('NFC').slice(0, 10_000) ?? null,
      at,
      ...review,
    },
    depth: 0,
    req,
  });
  return String(decision.id);
}

/** Writes state, decision, audit event and notices in the transaction of `opened.req`. */
export async function writeTransition(written: Written): Promise<{ reviewId: string }> {
  const { input, opened, set, review, notify } = written;
  const { req, dossier, reasons, person } = opened;
  const { material } = dossier;
  const at = now().toISOString();
  const toState = written.toState ?? TO[input.action] ?? material.state;
  const reviewId = await writeDecision(written, at, toState);
  await req.payload.update({
    collection: 'materials',
    id: material.id,
    data: {
      state: toState,
      ...(toState === material.state ? {} : { stepSince: at }),
      ...(input.action === 'approve' ? { approval: reviewId } : {}),
      ...set,
    },
    depth: 0,
    trash: true,
    req,
  });
  await recordEvent({
    req,
    action: written.scheduledAt ? 'material.schedule' : `material.${input.action}`,
    subject: `materials/${material.id}`,
    detail: {
      from: material.state,
      to: toState,
      review: reviewId,
      reasons,
      ...(review?.contentHash ? { contentHash: review.contentHash } : {}),
      ...(review?.revision ? { revision: review.revision } : {}),
      ...(written.scheduledAt ? { scheduledAt: written.scheduledAt } : {}),
    },
  });
  for (const { kind, to } of notify ?? []) {
    const by = actorOf(person);
    await orderNotices(req, { kind, to, by, materialId: material.id, data: { reviewId } });
  }
  return { reviewId };
}
