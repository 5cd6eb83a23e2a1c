import { terminalProgress } from '../platform/backup/progress';
import { getEnv } from '../platform/env';
import { getStorage } from '../platform/storage/storage';
import { exportMaterials } from '../publishing/export-materials';
import { openReadStore } from '../publishing/read/open';
import { needFolder } from './need-folder';

export async function exportPublished(values: Record<string, unknown>): Promise<number> {
  const to = needFolder('--to', values.to);
  const storage = getStorage();
  // It only reads: any folder of files that was ever taken into use will do.
  storage.mark?.expect(null);
  const store = await openReadStore(getEnv().database);
  try {
    const { materials, files } = await exportMaterials({
      store,
      storage,
      to,
      progress: terminalProgress(),
    });
    process.stdout.write(
      `Exported ${String(materials)} published materials with ${String(files)} files to ${to}; index.json lists them.\n`,
    );
    return 0;
  } finally {
    await store.close();
  }
}
