import type { Payload } from 'payload';
import type { DatabaseRecords } from './database-records';

/** True after a restore that did not come to its end. */
export async function isHalfRestored(payload: Payload): Promise<boolean> {
  return await (await databaseRecords(payload)).isHalf();
}

export async function databaseRecords(payload: Payload): Promise<DatabaseRecords> {
  if (payload.db.name === 'mongoose') {
    return (await import('./mongodb-records')).mongodbRecords(payload);
  }
  return (await import('./sqlite-records')).sqliteRecords(payload);
}
