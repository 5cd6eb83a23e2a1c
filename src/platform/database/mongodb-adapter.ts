import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { ObjectId, type ClientSession, type Collection } from 'mongodb';
import type { DatabaseAdapterObj } from 'payload';
import { AppError } from '../errors';

/** A client waits no longer for a primary; then the caller hears that the database is out. */
const SELECTION_MS = 5_000;

/** The adapter as Payload does not type it. */
interface Connected {
  connection: { collection: (name: string) => Collection };
  sessions: Record<string | number, ClientSession>;
  collections: Record<string, Model>;
  versions: Record<string, Model>;
  transactionOptions: unknown;
}

interface Model {
  schema: { path: (name: string) => { instance: string; castFunction?: (cast: unknown) => void } };
}

const OBJECT_ID = /^[0-9a-f]{24}$/;

/**
 * Versions have the driver's own ids here and UUIDs on SQLite; those that moved keep theirs, and are
 * found by either.
 */
function allowTextIds(models: Record<string, Model>): void {
  for (const { schema } of Object.values(models)) {
    const id = schema.path('_id');
    if (id.instance !== 'ObjectId') continue;
    id.castFunction?.((value: unknown) =>
      typeof value === 'string' && OBJECT_ID.test(value) ? new ObjectId(value) : value,
    );
  }
}

/**
 * Payload's MongoDB adapter. Transactions read one snapshot and are acknowledged by the majority, so
 * that what a caller was told survives the loss of a member. Payload turns them off without a word
 * where it sees no replica set: that is refused at the start.
 */
export function mongodbDatabase(url: string, migrationDir: string): DatabaseAdapterObj {
  const base = mongooseAdapter({
    url,
    migrationDir,
    // The driver's own, where ids are the same text on every database.
    allowIDOnCreate: false,
    ensureIndexes: true,
    connectOptions: { appName: 'kho', serverSelectionTimeoutMS: SELECTION_MS, retryWrites: true },
    transactionOptions: {
      readConcern: { level: 'snapshot' },
      writeConcern: { w: 'majority' },
      maxCommitTimeMS: 10_000,
    },
  });
  return {
    ...base,
    init(args) {
      const adapter = base.init(args);
      const connected = adapter as unknown as Connected;
      const connect = adapter.connect?.bind(adapter);
      adapter.connect = async (options) => {
        await connect?.(options);
        allowTextIds(connected.versions);
        allowTextIds(connected.collections);
        if (connected.transactionOptions === false) {
          throw new AppError('internal', {
            params: { what: 'DATABASE_URL: no replica set, so no transactions' },
          });
        }
      };
      const begin = adapter.beginTransaction.bind(adapter);
      // Payload looks up several relations at once. Were they the first of their transaction, the one
      // that opens it could arrive after another: NoSuchTransaction. So it is opened here.
      adapter.beginTransaction = async (options) => {
        const id = await begin(options);
        const session = id === null ? undefined : connected.sessions[id];
        const some = connected.connection.collection('payload-migrations');
        if (session) await some.findOne({}, { session, projection: { _id: 1 } });
        return id;
      };
      return adapter;
    },
  };
}
