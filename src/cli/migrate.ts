import { migrations } from '../../migrations/sqlite';
import { migrateSqlite } from '../platform/database/migrate-sqlite';
import { getEnv, SettingError } from '../platform/env';
import { holdWriterLock } from '../processes/single-writer';
import { seedReference } from '../seed/reference';
import { withPayload } from './open';

export async function migrate(): Promise<number> {
  const { database, dataDir } = getEnv();
  if (database.kind !== 'sqlite') {
    throw new SettingError('DATABASE_URL', 'mongodb://…', 'a file: database', 'file:./data/kho.db');
  }
  const lock = await holdWriterLock(dataDir);
  if (!lock) {
    process.stderr.write('The server is running and has migrated its database already.\n');
    return 1;
  }
  return await withPayload(async (payload) => {
    const applied = await migrateSqlite({ payload, file: database.file, migrations });
    await seedReference(payload);
    process.stdout.write(
      applied.length > 0 ? `Applied ${applied.join(', ')}.\n` : 'Nothing to apply.\n',
    );
    lock.close();
    return 0;
  });
}
