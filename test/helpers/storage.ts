import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { storageSetting } from '../../src/platform/env';
import type { Storage } from '../../src/platform/storage/port';
import { createStorage } from '../../src/platform/storage/storage';
import { sayWhatItRanOn } from './ran-on';

/** `STORAGE_URL` of a storage of this test file alone: a folder, or a prefix in the bucket given. */
export function testStorageUrl(folder: string): string {
  const given = process.env.TEST_STORAGE_URL;
  if (!given) return `file:${path.join(folder, 'media')}`;
  const url = new URL(given);
  url.pathname = `${url.pathname}/${randomUUID()}`;
  return url.href;
}

/** A bucket outlives the test; a folder goes as a whole. */
export async function emptyStorage(storage: Storage): Promise<void> {
  if (!process.env.TEST_STORAGE_URL) return;
  for await (const { key } of storage.list('')) await storage.delete(key);
}

export async function openTestStorage(): Promise<{ storage: Storage; close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-storage-'));
  const setting = storageSetting({ STORAGE_URL: testStorageUrl(folder) });
  const storage = createStorage(setting);
  sayWhatItRanOn({ storage: setting.kind });
  return {
    storage,
    close: async () => {
      await emptyStorage(storage);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
