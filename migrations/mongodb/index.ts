import type { MongodbMigration } from '../../src/platform/database/migrate-mongodb';

/** MongoDB needs no schema; a migration here changes documents. In the order they are applied. */
export const migrations: MongodbMigration[] = [];
