import { getPayload } from 'payload';
import config from '../../src/payload.config';
import { migrations } from '../../migrations/sqlite';
import { seedReference } from '../../src/seed/reference';
import { migrateSqlite } from '../../src/platform/database/migrate-sqlite';
import { openSqlite } from '../../src/platform/database/sqlite-client';

const file = process.env.KHO_TEST_TEMPLATE ?? '';
const payload = await getPayload({ config });
await migrateSqlite({ payload, file, migrations });
await seedReference(payload);
// What making the lists ordered of the worker is no test's affair.
await payload.db.deleteMany({ collection: 'outbox', where: {} });
const client = await openSqlite(file);
await client.exclusively(async (writer) => {
  await writer.execute('PRAGMA wal_checkpoint(TRUNCATE)');
});
await payload.destroy();
process.exit(0);
