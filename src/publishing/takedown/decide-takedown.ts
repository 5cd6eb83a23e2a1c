import { recordEvent } from '../../audit/record-event';
import { now } from '../../platform/clock';
import { AppError, isAppError, type FieldProblem } from '../../platform/errors';
import { DECISION_REASONS_LEAST, type TakedownOutcome } from '../../platform/takedown';
import { orderNotices } from '../../review/notice';
import { upheldOf, upheldWords } from '../../review/upheld-notice';
import { supplierPeople } from '../../review/recipients';
import { takedownHolds } from '../../review/takedown-hold';
import { reinstate } from '../withdraw';
import { findPublication, type PublicationRow } from '../write-publication';
import { onTakedown, type OpenedTakedown, type TakedownScope } from './on-takedown';
import { commentOf, isHeld, UPHELD, withdrawNamed } from './withdraw-named';

export interface TakedownDecision {
  outcome: TakedownOutcome;
  /** Why, in words; kept with the case. */
  reasons: string;
  /** A rejected notice: whether what it withdrew comes back now. */
  reinstate: boolean;
}

function requireReasons(reasons: string): void {
  const least = DECISION_REASONS_LEAST;
  if (reasons.length < least) {
    throw new AppError('conditions_unmet', {
      errors: [{ field: 'reasons', code: 'decision_reasons_missing', params: { least } }],
    });
  }
}

/** Refusals that say of which of the named materials they are: there may be several. */
async function namingItem(
  publication: PublicationRow,
  work: () => Promise<void>,
): Promise<FieldProblem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conditions_unmet') throw error;
    const { identifier, snapshot } = publication;
    const item = { identifier, title: snapshot.title };
    return error.errors.map((one) => ({ ...one, item }));
  }
}

/**
 * Brings back what this notice held, save what another one holds or an editor withdrew since. Throws
 * AppError `conditions_unmet` that names each material that cannot come back: then none does.
 */
async function bringBack(opened: OpenedTakedown): Promise<string[]> {
  const { req, user, row } = opened;
  const back: string[] = [];
  const errors: FieldProblem[] = [];
  const [action, comment] = ['reinstate' as const, commentOf(row.reference)];
  for (const identifier of row.withdrawn ?? []) {
    const publication = await findPublication(req, identifier);
    if (!publication || !isHeld(publication)) continue;
    if ((await takedownHolds(req, identifier, row.id)).length > 0) continue;
    const { payload } = req;
    const input = { payload, user, materialId: publication.material, action, comment };
    errors.push(
      ...(await namingItem(publication, () => reinstate(req, { ...input, onNotice: true }))),
    );
    back.push(identifier);
  }
  if (errors.length > 0) throw new AppError('conditions_unmet', { errors });
  return back;
}

/** The tombstone no longer reads like that of a precaution. */
async function sayUpheld({ req }: OpenedTakedown, held: readonly string[]): Promise<void> {
  for (const identifier of held) {
    const publication = await findPublication(req, identifier);
    if (!publication) continue;
    const data = { withdrawReason: UPHELD };
    await req.payload.update({
      collection: 'publications',
      id: publication.id,
      data,
      depth: 0,
      req,
    });
  }
}

/** That it stays withdrawn: to the supplying department, unless it is told just now that it goes. */
async function tellSuppliers(
  { req, person, row }: OpenedTakedown,
  gone: readonly string[],
): Promise<void> {
  for (const identifier of row.identifiers.filter((one) => !gone.includes(one))) {
    const publication = await findPublication(req, identifier);
    if (!publication) continue;
    const materialId = publication.material;
    const to = await supplierPeople(req, materialId);
    const data = { infringementId: row.id };
    await orderNotices(req, { kind: 'takedown_upheld', to, by: person.id, materialId, data });
  }
}

/** What a decision brought about, by identifier. */
interface Effect {
  /** Withdrawn just now. */
  gone: string[];
  /** Kept from the world by this notice. */
  held: string[];
  /** Public again. */
  back: string[];
}

async function uphold(opened: OpenedTakedown, reasons: string): Promise<Effect> {
  // What goes only now is told once: that it goes, and why.
  const words = upheldWords(upheldOf({ ...opened.row, decision: reasons }), 'vi');
  const { gone, held } = await withdrawNamed(opened, words);
  await sayUpheld(opened, held);
  await tellSuppliers(opened, gone);
  return { gone, held, back: [] };
}

async function reject(opened: OpenedTakedown, comesBack: boolean): Promise<Effect> {
  return { gone: [], held: [], back: comesBack ? await bringBack(opened) : [] };
}

/** No clock of it runs any more. */
async function close(
  { req, person, row }: OpenedTakedown,
  { outcome, reasons }: TakedownDecision,
  { gone, held, back }: Effect,
): Promise<void> {
  await req.payload.update({
    collection: 'takedowns',
    id: row.id,
    data: {
      status: 'decided',
      outcome,
      decision: reasons,
      decidedAt: now().toISOString(),
      decidedBy: person.id,
      dueAt: null,
      withdrawn: [...new Set([...(row.withdrawn ?? []), ...held])],
    },
    depth: 0,
    req,
  });
  await recordEvent({
    req,
    action: 'takedown.decide',
    subject: `takedowns/${row.id}`,
    detail: { reference: row.reference, outcome, reasons, withdrawn: gone, reinstated: back },
  });
}

/**
 * Decides a notice: upheld, what it names is and stays withdrawn; rejected, what it withdrew comes
 * back. Throws AppError `conditions_unmet` without reasons, and whatever forbids to reinstate.
 */
export async function decideTakedown(
  scope: TakedownScope & { decision: TakedownDecision },
): Promise<void> {
  const { outcome, reinstate: comesBack } = scope.decision;
  const reasons = scope.decision.reasons.normalize('NFC').trim();
  await onTakedown(scope, async (opened) => {
    requireReasons(reasons);
    const effect =
      outcome === 'upheld' ? await uphold(opened, reasons) : await reject(opened, comesBack);
    await close(opened, { ...scope.decision, reasons }, effect);
  });
}
