import { terminalProgress } from '../platform/backup/progress';
import { getStorage } from '../platform/storage/storage';
import { exportMaterials } from '../publishing/export-materials';
import { needFolder } from './need-folder';
import { withPayload } from './open';

export async function exportPublished(values: Record<string, unknown>): Promise<number> {
  const to = needFolder('--to', values.to);
  return await withPayload(async (payload) => {
    const storage = getStorage();
    const { materials, files } = await exportMaterials({
      payload,
      storage,
      to,
      progress: terminalProgress(),
    });
    process.stdout.write(
      `Exported ${String(materials)} published materials with ${String(files)} files to ${to}; index.json lists them.\n`,
    );
    return 0;
  });
}
