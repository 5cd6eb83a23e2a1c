import type { Payload, PayloadRequest } from 'payload';
import { inTransaction } from '../database/transaction';
import { getLogger } from '../logger';

/** One walk over what the passing of time concerns. */
export interface Sweep {
  payload: Payload;
  /** Asked before each piece: what is left is found again by the next sweep. */
  goOn: () => boolean;
  /** Pieces that brought something about, and pieces that could not be done. */
  done: number;
  failed: number;
}

export function createSweep(payload: Payload, goOn: () => boolean = () => true): Sweep {
  return { payload, goOn, done: 0, failed: 0 };
}

function failed(sweep: Sweep, error: unknown, what: Record<string, string>): void {
  sweep.failed += 1;
  getLogger().error({ err: error, ...what }, 'a piece of the sweep failed');
}

/**
 * Walks over one subject after another. One that cannot even be looked through is counted as failed
 * and holds up no other: a day in law does not wait for what stands before it in the list.
 */
export async function eachPart(
  sweep: Sweep,
  parts: readonly ((sweep: Sweep) => Promise<void>)[],
): Promise<void> {
  for (const part of parts) {
    if (!sweep.goOn()) return;
    try {
      await part(sweep);
    } catch (error) {
      failed(sweep, error, { what: part.name });
    }
  }
}

/**
 * Does each piece in a transaction of its own; `work` tells whether it did something. One that fails
 * is counted and named in the log, and holds up no other: the next sweep tries it again.
 */
export async function eachPiece<T extends { id: string }>(
  sweep: Sweep,
  what: string,
  pieces: T[],
  work: (req: PayloadRequest, piece: T) => Promise<boolean>,
): Promise<void> {
  const { payload } = sweep;
  for (const piece of pieces) {
    if (!sweep.goOn()) return;
    try {
      if (await inTransaction({ payload }, (req) => work(req, piece))) sweep.done += 1;
    } catch (error) {
      failed(sweep, error, { what, id: piece.id });
    }
  }
}
