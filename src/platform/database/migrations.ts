import type { Payload } from 'payload';
import { migrations as ofMongodb } from '../../../migrations/mongodb';
import { migrations as ofSqlite } from '../../../migrations/sqlite';
import { getEnv } from '../env';

/** The migrations of this program, by database. */
export const OWN_MIGRATIONS = { mongodb: ofMongodb, sqlite: ofSqlite };

/** Names of the migrations that the database still lacks, in order. */
export async function missingMigrations(payload: Payload): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    pagination: false,
    depth: 0,
  });
  const done = new Set(docs.map(({ name }) => name));
  return OWN_MIGRATIONS[getEnv().database.kind]
    .map(({ name }) => name)
    .filter((name) => !done.has(name));
}
