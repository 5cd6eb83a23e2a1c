import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lastFixity, runFixity } from '../../src/platform/backup/fixity';
import { diskStorage } from '../../src/platform/storage/disk';
import { getStorage } from '../../src/platform/storage/storage';
import type { Storage } from '../../src/platform/storage/port';
import { completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

const FILES = 6;

let app: TestApp;
let storage: Storage;
let copy: Storage;
let keys: string[];
let whole: Map<string, Uint8Array>;

beforeAll(async () => {
  app = await startApp();
  storage = getStorage();
  const author = await app.person('contributor', ['YT']);
  for (let n = 0; n < FILES / 2; n += 1) await completeMaterial(app, { author });
  keys = [];
  whole = new Map();
  for await (const { key } of storage.list('')) {
    keys.push(key);
    whole.set(key, await storage.readBytes(key));
  }
});
afterAll(() => app.close());

async function put(target: Storage, key: string, bytes: Uint8Array): Promise<void> {
  await target.delete(key);
  await target.putBytes(key, bytes, 'application/pdf');
}
/** One bit of an object turns over, as on a disk that ages. */
async function flip(target: Storage, key: string): Promise<void> {
  const bytes = Buffer.from(whole.get(key) ?? []);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  await put(target, key, bytes);
}
const mend = async (target: Storage) => {
  for (const [key, bytes] of whole) await put(target, key, bytes);
};
const isWhole = async (target: Storage) => {
  for (const [key, bytes] of whole) {
    if (!Buffer.from(bytes).equals(Buffer.from(await target.readBytes(key)))) return false;
  }
  return true;
};
const check = (second?: Storage) => runFixity({ payload: app.payload, storage, copy: second });

let round = 0;
beforeEach(async () => {
  await mend(storage);
  round += 1;
  copy = diskStorage(path.join(app.folder, `copy-${String(round)}`));
});

describe('a check of fixity', () => {
  it('reads every file and permission document, and keeps when it ran and what it found', async () => {
    expect(keys).toHaveLength(FILES);
    const state = await check();
    expect(state).toMatchObject({ objects: FILES, faults: 0, repaired: 0, examples: [] });
    expect(await lastFixity(app.payload)).toEqual(state);
    expect(Date.parse(state.endedAt)).toBeGreaterThanOrEqual(Date.parse(state.startedAt));
  });

  it('finds one turned bit in each and every object, in one run', async () => {
    for (const key of keys) await flip(storage, key);
    const { faults, examples } = await check();
    expect(faults).toBe(FILES);
    expect(examples.map(({ key }) => key).sort()).toEqual([...keys].sort());
    // It reads the settings of this process when it is loaded.
    const { examineAll } = await import('../../src/cli/doctor');
    const stored = (await examineAll(app.payload, storage)).find(({ part }) => part === 'fixity');
    expect(stored).toMatchObject({ status: 'fault', detail: { code: 'fixityFaults' } });
  });

  it('mends what is spoilt or missing from the second storage, byte for byte', async () => {
    await mend(copy);
    const [first = '', second = '', third = ''] = keys;
    await flip(storage, first);
    await flip(storage, second);
    await storage.delete(third);
    expect(await check(copy)).toMatchObject({ repaired: 3, faults: 0 });
    expect(await isWhole(storage)).toBe(true);
  });

  it('fills the second storage and mends it too, so that it can be relied on', async () => {
    expect(await check(copy)).toMatchObject({ copied: FILES, faults: 0 });
    expect(await isWhole(copy)).toBe(true);
    await flip(copy, keys[0] ?? '');
    expect(await check(copy)).toMatchObject({ copied: 1, repaired: 0 });
    expect(await isWhole(copy)).toBe(true);
  });

  it('never spreads a spoilt object: what is spoilt on both sides is named and left alone', async () => {
    await mend(copy);
    const [key = ''] = keys;
    await flip(storage, key);
    await flip(copy, key);
    const state = await check(copy);
    expect(state).toMatchObject({ faults: 1, repaired: 0 });
    expect(state.examples).toEqual([{ key, fault: 'changed' }]);
  });
});
