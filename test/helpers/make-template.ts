import { getPayload } from 'payload';
import config from '../../src/payload.config';
import { openSqlite } from '../../src/platform/database/sqlite-client';
import { getEnv } from '../../src/platform/env';
import { migrateDatabase } from '../../src/processes/migrate-database';
import { seedReference } from '../../src/seed/reference';

const payload = await getPayload({ config });
await migrateDatabase(payload);
await seedReference(payload);
// What making the lists ordered of the worker is no test's affair.
await payload.db.deleteMany({ collection: 'outbox', where: {} });
const { database } = getEnv();
if (database.kind === 'sqlite') {
  const client = await openSqlite(database.file);
  await client.exclusively(async (writer) => {
    await writer.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  });
}
await payload.destroy();
process.exit(0);
