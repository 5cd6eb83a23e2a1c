import type { Payload, PayloadRequest, TypedUser } from 'payload';
import { inTransaction } from '../../platform/database/transaction';
import { AppError } from '../../platform/errors';
import { signals } from '../../platform/signals';
import { decides, personOf, type Person } from '../../review/people';
import { readTakedown, type TakedownRow } from './takedown-row';

export interface TakedownScope {
  payload: Payload;
  user: TypedUser;
  takedownId: string;
}

export interface OpenedTakedown {
  req: PayloadRequest;
  user: TypedUser;
  person: Person;
  row: TakedownRow;
}

/**
 * One transaction on a case, by an editor or administrator. Throws AppError `forbidden`, `not_found`,
 * and `takedown_decided` when somebody was first.
 */
export async function onTakedown(
  scope: TakedownScope,
  work: (opened: OpenedTakedown) => Promise<void>,
): Promise<void> {
  const { payload, user, takedownId } = scope;
  const person = personOf(user);
  if (!person) throw new AppError('not_signed_in');
  if (!decides(person.role)) throw new AppError('forbidden');
  await inTransaction({ payload, user }, async (req) => {
    const row = await readTakedown(req, takedownId);
    if (row.status === 'decided') throw new AppError('takedown_decided');
    await work({ req, user, person, row });
  });
  signals().emit('outbox');
  signals().emit('publication');
}
