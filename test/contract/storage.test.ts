import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync, existsSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storageSetting } from '../../src/platform/env';
import type { Storage } from '../../src/platform/storage/port';
import { createStorage } from '../../src/platform/storage/storage';
import { openTestStorage } from '../helpers/storage';

/** What every storage promises the rest of the house. */
describe('storage', () => {
  let storage: Storage;
  let close: () => Promise<void>;
  let folder: string;
  beforeAll(async () => {
    ({ storage, close } = await openTestStorage());
    folder = mkdtempSync(path.join(os.tmpdir(), 'kho-storage-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await close();
  });

  const freshKey = (prefix = 'files') => `${prefix}/${randomUUID()}/original.pdf`;
  const local = (bytes: Buffer): string => {
    const file = path.join(folder, randomUUID());
    writeFileSync(file, bytes);
    return file;
  };
  async function read(key: string, range?: { start: number; end: number }): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await storage.open(key, range)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  it.each([
    ['an empty object', 0],
    ['a small one', 1_000],
    ['one that goes in parts', 20 * 1024 * 1024 + 17],
  ])('gives back byte for byte %s', async (_name, size) => {
    const bytes = randomBytes(size);
    const key = freshKey();
    const file = local(bytes);
    await storage.putFile(key, file, 'application/pdf');
    expect(existsSync(file)).toBe(false);
    expect((await storage.head(key))?.size).toBe(size);
    expect((await read(key)).equals(bytes)).toBe(true);
    expect(Buffer.from(await storage.readBytes(key)).equals(bytes)).toBe(true);
  });

  it('whose place is not there is out, which is not the same as empty', async () => {
    const given = process.env.TEST_STORAGE_URL;
    const nowhere = local(Buffer.from('a file where a folder is expected'));
    const url = given ? new URL(given) : undefined;
    if (url) url.hostname = `nobody-${randomUUID()}`;
    const setting = storageSetting({ STORAGE_URL: url?.href ?? `file:${nowhere}` });
    const gone = createStorage(setting);
    await expect(gone.head(freshKey())).rejects.toThrow();
    if (given) await expect(gone.open(freshKey())).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('gives a part of it, first and last byte included', async () => {
    const key = freshKey();
    await storage.putBytes(key, Buffer.from('0123456789'), 'text/plain');
    expect((await read(key, { start: 0, end: 0 })).toString()).toBe('0');
    expect((await read(key, { start: 2, end: 5 })).toString()).toBe('2345');
    expect((await read(key, { start: 9, end: 9 })).toString()).toBe('9');
  });

  it('never changes what is stored', async () => {
    const key = freshKey();
    await storage.putBytes(key, Buffer.from('first'), 'text/plain');
    await storage.putBytes(key, Buffer.from('second'), 'text/plain');
    await storage.putFile(key, local(Buffer.from('third')), 'text/plain');
    expect((await read(key)).toString()).toBe('first');
  });

  it('stores one object when many put it at once', async () => {
    const key = freshKey();
    const bytes = randomBytes(50_000);
    await Promise.all(
      Array.from({ length: 8 }, () => storage.putFile(key, local(bytes), 'application/pdf')),
    );
    expect((await read(key)).equals(bytes)).toBe(true);
  });

  it('says what is not there', async () => {
    const key = freshKey();
    expect(await storage.head(key)).toBeUndefined();
    await expect(storage.open(key)).rejects.toMatchObject({ code: 'not_found' });
    await expect(storage.readBytes(key)).rejects.toMatchObject({ code: 'not_found' });
    await expect(storage.delete(key)).resolves.toBeUndefined();
  });

  it('refuses a key that is not one of ours', async () => {
    for (const key of ['../secret', '/etc/passwd', 'Files/x', 'files/đ', 'files/../x', '']) {
      await expect(storage.putBytes(key, Buffer.from('x'), 'text/plain'), key).rejects.toThrow(
        'unusable storage key',
      );
    }
  });

  it('deletes', async () => {
    const key = freshKey();
    await storage.putBytes(key, Buffer.from('x'), 'text/plain');
    await storage.delete(key);
    expect(await storage.head(key)).toBeUndefined();
  });

  it('lists what lies under a prefix, and only that', async () => {
    const prefix = `list-${randomUUID()}`;
    const keys = Array.from({ length: 30 }, () => freshKey(prefix)).sort();
    await Promise.all(keys.map((key) => storage.putBytes(key, Buffer.from('xyz'), 'text/plain')));
    await storage.putBytes(freshKey(`${prefix}-other`), Buffer.from('x'), 'text/plain');
    const listed: { key: string; size: number; modified: Date }[] = [];
    for await (const object of storage.list(`${prefix}/`)) listed.push(object);
    expect(listed.map(({ key }) => key).sort()).toEqual(keys);
    expect(listed.every(({ size }) => size === 3)).toBe(true);
    expect(Math.abs(Date.now() - (listed[0]?.modified.getTime() ?? 0))).toBeLessThan(60_000);
  });

  it('lends a local copy to tools that need one', async () => {
    const key = freshKey();
    await storage.putBytes(key, Buffer.from('local'), 'text/plain');
    const copy = await storage.localCopy(key);
    expect(readFileSync(copy.path, 'utf8')).toBe('local');
    await copy.release();
    expect((await read(key)).toString()).toBe('local');
  });
});
