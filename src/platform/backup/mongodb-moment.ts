import { randomUUID } from 'node:crypto';
import type { ClientSession, Collection, MongoClient } from 'mongodb';
import type { Payload } from 'payload';
import { getLogger } from '../logger';
import { BackupError } from './backup-error';
import { lostMoment, type MomentKind } from './lost-moment';

/** One moment of a MongoDB database, for as long as the server keeps it. */
export interface Moment {
  session: ClientSession;
  /** Passes on what `documents` reads in the session; throws a sentence when the moment is lost. */
  read<T>(documents: AsyncIterable<T>): AsyncGenerator<T>;
  close(): Promise<void>;
}

const KINDS: MomentKind[] = ['snapshot', 'transaction'];

interface House {
  payload: Payload;
  client: MongoClient;
  /** Where Payload's key-value store lies. */
  marks: Collection;
}

function openSession(client: MongoClient, kind: MomentKind): ClientSession {
  if (kind === 'snapshot') return client.startSession({ snapshot: true });
  const session = client.startSession();
  session.startTransaction({ readConcern: { level: 'snapshot' }, readPreference: 'primary' });
  return session;
}

async function closeSession(session: ClientSession): Promise<void> {
  if (session.inTransaction()) await session.abortTransaction();
  await session.endSession();
}

/**
 * Whether the session goes on seeing what was, and not what is written now: some servers that speak
 * MongoDB's language accept a snapshot session and read the latest in it, and a backup would be of
 * many moments without a word.
 */
async function holdsStill({ payload, marks }: House, session: ClientSession): Promise<boolean> {
  const key = `backup:moment:${randomUUID()}`;
  // The moment is that of the first read.
  await marks.findOne({ key }, { session });
  await payload.kv.set(key, {});
  try {
    // Seen from outside, so that not seeing it means something.
    const isWritten = (await marks.findOne({ key })) !== null;
    return isWritten && (await marks.findOne({ key }, { session })) === null;
  } finally {
    await payload.kv.delete(key);
  }
}

function momentOf(session: ClientSession, kind: MomentKind): Moment {
  const opened = Date.now();
  return {
    session,
    async *read(documents) {
      try {
        yield* documents;
      } catch (error) {
        const seconds = Math.round((Date.now() - opened) / 1000);
        throw lostMoment(error, { kind, seconds }) ?? error;
      }
    },
    close: () => closeSession(session),
  };
}

/**
 * Holds the present moment: in a snapshot session, which MongoDB 5 and newer keep for five minutes
 * unless set otherwise, and where there is none in a transaction, which it ends after one.
 */
export async function holdMoment(house: House): Promise<Moment> {
  let why: unknown;
  for (const kind of KINDS) {
    const session = openSession(house.client, kind);
    try {
      if (await holdsStill(house, session)) return momentOf(session, kind);
    } catch (error) {
      getLogger().warn({ err: error, kind }, 'the database holds no moment in this way');
      why = error;
    }
    await closeSession(session);
  }
  throw new BackupError(
    'This MongoDB server holds no moment of the database, neither in a snapshot session nor in a transaction: a backup of it would be of many moments. Stop the server of Kho Học Liệu and use mongodump.',
    { cause: why },
  );
}
