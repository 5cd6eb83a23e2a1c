/** The one way in which a named decision on a claim of public domain is taken or taken back. */
import type { Payload, PayloadRequest, TypedUser } from 'payload';
import { recordEvent } from '../audit/record-event';
import { now } from '../platform/clock';
import { inSameTransaction } from '../platform/database/same-transaction';
import { inTransaction } from '../platform/database/transaction';
import { AppError } from '../platform/errors';
import type { RightsRecord } from '../rights/types';
import { holdDocument } from '../platform/database/hold-document';
import { authorsOfDossier, type RightsRow } from './dossier';
import { asksForDecision } from './term-decision';
import { openTransition, type Opened } from './transition';

export interface TermDecisionInput {
  payload: Payload;
  user: TypedUser;
  materialId: string;
  /** The record of the whole or of a component. */
  rightsId: string;
  /** Why the work is free; null takes back what was decided. */
  ground: string | null;
  /** The `updatedAt` of the record that was read: nobody decides on facts they have not seen. */
  seen?: string;
}

const LONGEST = 10_000;

function groundOf({ ground }: TermDecisionInput): string | null {
  if (ground === null) return null;
  const words = ground.normalize('NFC').trim();
  const refuse = (code: string, params = {}) =>
    new AppError('conditions_unmet', { errors: [{ field: 'ground', code, params }] });
  if (words === '') throw refuse('ground_missing');
  if (words.length > LONGEST) throw refuse('ground_too_long', { most: LONGEST });
  return words;
}

/** Who may approve may decide: holds it, and wrote no part of it. */
async function openDecision(
  req: PayloadRequest,
  input: TermDecisionInput,
): Promise<Opened & { row: RightsRow }> {
  const { payload, user, materialId } = input;
  const opened = await openTransition(req, { payload, user, materialId, action: 'approve' });
  const { dossier, person } = opened;
  if (authorsOfDossier(dossier).has(person.id)) throw new AppError('separation_of_duties');
  const row = [dossier.rights, ...dossier.components].find((one) => one?.id === input.rightsId);
  if (!row) throw new AppError('not_found');
  if (input.seen !== undefined && input.seen !== row.updatedAt) {
    throw new AppError('changed_meanwhile');
  }
  return { ...opened, row };
}

function refuseUnasked(row: RightsRow, ground: string | null): void {
  const stands = ground === null ? row.decidedAt : asksForDecision(row as unknown as RightsRecord);
  if (stands) return;
  const code = ground === null ? 'decision_missing' : 'decision_not_asked';
  throw new AppError('conditions_unmet', { errors: [{ field: 'ground', code }] });
}

async function writeDecision(
  { req, person, dossier, row }: Opened & { row: RightsRow },
  ground: string | null,
): Promise<void> {
  // It holds for the state and the hand in which it was read.
  await holdDocument(req, 'materials', dossier.material.id);
  await req.payload.update({
    collection: 'rights-records',
    id: row.id,
    data: {
      decidedBy: ground === null ? null : person.id,
      decidedAt: ground === null ? null : now().toISOString(),
      decisionGround: ground,
    },
    depth: 0,
    overrideAccess: true,
    // As the system: a decision is no edit of the content, and makes nobody its author.
    req: inSameTransaction(req, { user: null }),
  });
  await recordEvent({
    req,
    action: ground === null ? 'rights.undecide' : 'rights.decide',
    subject: `materials/${dossier.material.id}`,
    detail: {
      rights: row.id,
      component: row.component ?? null,
      ground: ground ?? row.decisionGround ?? null,
    },
  });
}

/**
 * Writes who decided, when and on what ground upon the rights record, or takes it away, with its
 * audit event in one transaction. Who and when are the server's. Throws AppError.
 */
export async function decideTerm(input: TermDecisionInput): Promise<void> {
  const ground = groundOf(input);
  await inTransaction({ payload: input.payload, user: input.user }, async (req) => {
    const opened = await openDecision(req, input);
    refuseUnasked(opened.row, ground);
    await writeDecision(opened, ground);
  });
}
