/** The process. `ROLE` says which part of the house it is; `delivery` loads neither Payload nor Next. */
import { getEnv } from './platform/env';
import { getLogger } from './platform/logger';
import { requireSupported } from './processes/supported';

async function run(): Promise<void> {
  await requireSupported(getEnv());
  switch (getEnv().role) {
    case 'delivery':
      return await (await import('./processes/delivery')).runDelivery();
    case 'worker':
      return await (await import('./processes/worker-process')).runWorkerProcess();
    default:
      return await (await import('./processes/staff')).runStaff();
  }
}

run().catch((error: unknown) => {
  const known = error as { isStartError?: boolean; name?: string; message?: string; code?: string };
  if (known.isStartError || known.name === 'SettingError') {
    process.stderr.write(`\n${known.message ?? ''}\n`);
  } else if (known.code === 'ENOSPC' || known.code === 'SQLITE_FULL') {
    process.stderr.write('\nThe disk is full. Free some room and start again; nothing was lost.\n');
  } else if (known.code === 'EACCES' || known.code === 'EROFS') {
    process.stderr.write(
      `\nA folder may not be written: ${known.message ?? ''}\nGive this user the right to write there, or set DATA_DIR and STORAGE_URL to folders of its own.\n`,
    );
  } else {
    getLogger().fatal({ err: error }, 'the start failed');
  }
  process.exit(1);
});
