import type { PayloadRequest } from 'payload';
import { AppError } from '../../platform/errors';
import type { Capacity, Grounds, TakedownOutcome, TakedownStatus } from '../../platform/takedown';
import type { TakedownClock } from '../../review/takedown-clocks';

export interface TakedownRow {
  id: string;
  reference: string;
  name: string;
  contact: string;
  capacity: Capacity;
  grounds: Grounds;
  statement: string;
  identifiers: string[];
  receivedAt: string;
  status: TakedownStatus;
  outcome?: TakedownOutcome | null;
  clocks: TakedownClock[];
  ruleVersion: string;
  dueAt?: string | null;
  withdrawn?: string[] | null;
  withdrawnAt?: string | null;
  withdrawnBy?: string | null;
  decidedAt?: string | null;
  decidedBy?: string | null;
  decision?: string | null;
}

/** The case as it is now. Throws AppError `not_found`. */
export async function readTakedown(req: PayloadRequest, id: string): Promise<TakedownRow> {
  const row = await req.payload.findByID({
    collection: 'takedowns',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  });
  if (!row) throw new AppError('not_found');
  return row as unknown as TakedownRow;
}
