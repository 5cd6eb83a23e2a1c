import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { diskStorage } from '../../src/platform/storage/disk';

it('a file from a folder that may only be read is stored as any other', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-disk-'));
  try {
    const copy = path.join(folder, 'copy');
    writeFileSync(copy, 'chỉ đọc');
    chmodSync(copy, 0o444);
    const key = `content/ab/${'ab'.repeat(32)}`;
    const storage = diskStorage(path.join(folder, 'media'));
    await storage.putFile(key, copy, 'text/plain');
    expect(Buffer.from(await storage.readBytes(key)).toString()).toBe('chỉ đọc');
    // Its owner may write it: the flush opens it so, also where nobody is root.
    expect(statSync(path.join(folder, 'media', key)).mode & 0o777).toBe(0o644);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
