import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload';
import { AppError, isAppError } from '../errors';
import { withWorkContext } from './sqlite-client';
import { isTransient } from './transient';

export interface TransactionScope {
  payload: Payload;
  /** Who acts; undefined is the system itself (worker, seeds). */
  user?: TypedUser | null;
  locale?: 'vi' | 'en';
}

/** What collides is tried again this often at least, and for this long: sixty uploads may want one row. */
const ATTEMPTS = 5;
const PATIENCE_MS = 10_000;
const LONGEST_PAUSE_MS = 500;

/**
 * Runs one unit of work in one database transaction and commits it, or leaves nothing behind. A
 * write conflict is tried again from the start with a fresh request, so `work` must be safe to run
 * twice and have no effect outside the database (effects go through the outbox).
 *
 * Throws what `work` throws; `changed_meanwhile` when others were first every time; `commit_failed`
 * when the database refused the commit.
 */
export async function inTransaction<T>(
  scope: TransactionScope,
  work: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withWorkContext(() => once(scope, work));
    } catch (error) {
      if (!isTransient(error)) throw error;
      const waited = performance.now() - begun;
      if (attempt >= ATTEMPTS && waited >= PATIENCE_MS) {
        throw new AppError('changed_meanwhile', {}, error);
      }
      await pause(attempt);
    }
  }
}

/** Longer each time and never alike, so that those who collided do not meet again. */
async function pause(attempt: number): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE_MS, 10 * 2 ** attempt);
  await new Promise((resolve) => setTimeout(resolve, longest * Math.random()));
}

async function once<T>(
  { payload, user, locale }: TransactionScope,
  work: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  const req = await createLocalReq({ user: user ?? undefined, locale: locale ?? 'vi' }, payload);
  const id = await payload.db.beginTransaction();
  if (id === null) throw new AppError('internal', { params: { what: 'transactions are off' } });
  req.transactionID = id;
  let result: T;
  try {
    result = await work(req);
  } catch (error) {
    await payload.db.rollbackTransaction(id);
    throw error;
  }
  try {
    await payload.db.commitTransaction(id);
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError('commit_failed', {}, error);
  }
  return result;
}
