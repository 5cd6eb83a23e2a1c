import { MongoClient } from 'mongodb';
import { AppError } from '../errors';
import type { InboxTable } from './inbox';

const TIMEOUT_MS = 5_000;

/** A row is answered for once the majority has it. */
export function openMongodbTable(url: string): InboxTable {
  const client = new MongoClient(url, {
    serverSelectionTimeoutMS: TIMEOUT_MS,
    socketTimeoutMS: TIMEOUT_MS * 4,
    maxPoolSize: 4,
    writeConcern: { w: 'majority', wtimeoutMS: TIMEOUT_MS },
    appName: 'kho-inbox',
  });
  // Mongoose names collections in the plural.
  const inbox = client.db().collection<{ _id: string }>('inboxes');
  return {
    async insert({ id, receivedAt, ...row }) {
      const moments = { receivedAt, createdAt: receivedAt, updatedAt: receivedAt };
      try {
        await inbox.insertOne({ _id: id, ...row, ...moments } as never);
      } catch (error) {
        throw new AppError('unavailable', {}, error);
      }
    },
    close: () => client.close(),
  };
}
