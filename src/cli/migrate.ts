import { getEnv } from '../platform/env';
import { migrateDatabase } from '../processes/migrate-database';
import { holdWriterLock } from '../processes/single-writer';
import { seedReference } from '../seed/reference';
import { withPayload } from './open';

export async function migrate(): Promise<number> {
  const { database, dataDir } = getEnv();
  const lock = database.kind === 'sqlite' ? await holdWriterLock(dataDir) : undefined;
  if (database.kind === 'sqlite' && !lock) {
    process.stderr.write('The server is running and has migrated its database already.\n');
    return 1;
  }
  return await withPayload(async (payload) => {
    const applied = await migrateDatabase(payload);
    await seedReference(payload);
    process.stdout.write(
      applied.length > 0 ? `Applied ${applied.join(', ')}.\n` : 'Nothing to apply.\n',
    );
    lock?.close();
    return 0;
  });
}
