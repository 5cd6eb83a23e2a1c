import type { Payload, PayloadRequest } from 'payload';
import { inTransaction } from './transaction';

export interface MongodbMigration {
  name: string;
  up: (args: { payload: Payload; req: PayloadRequest }) => Promise<void>;
}

async function missingNames(payload: Payload, migrations: MongodbMigration[]): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    pagination: false,
    depth: 0,
  });
  const done = new Set(docs.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !done.has(name));
}

/**
 * Applies the migrations a database lacks, each in a transaction of its own together with the note
 * that it was done. Two processes that start at once meet at that note: one does it, the other finds
 * it done. Returns the names that were applied.
 */
export async function migrateMongodb(input: {
  payload: Payload;
  migrations: MongodbMigration[];
  /** Runs once before the first of them: the backup. */
  before?: (missing: string[]) => Promise<void>;
}): Promise<string[]> {
  const { payload, migrations, before } = input;
  const missing = await missingNames(payload, migrations);
  if (missing.length > 0) await before?.(missing);
  const applied: string[] = [];
  for (const { name, up } of migrations) {
    const fresh = await inTransaction({ payload }, async (req) => {
      const { totalDocs } = await payload.count({
        collection: 'payload-migrations',
        where: { name: { equals: name } },
        req,
      });
      if (totalDocs > 0) return false;
      await up({ payload, req });
      await payload.create({
        collection: 'payload-migrations',
        data: { name, batch: 1 },
        depth: 0,
        req,
      });
      return true;
    });
    if (fresh) applied.push(name);
  }
  return applied;
}
