import { createPortal as create } from '../publishing/portals/create-portal';
import { withPayload } from './open';

export async function createPortal(values: Record<string, unknown>): Promise<number> {
  const { name = '', licence = [] } = values as { name?: string; licence?: string[] };
  return await withPayload(async (payload) => {
    const { key } = await create({ payload, name, licences: licence });
    process.stdout.write(`Created the portal ${name}.\nKey, shown once: ${key}\n`);
    return 0;
  });
}
