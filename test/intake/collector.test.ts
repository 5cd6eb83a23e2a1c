import { randomUUID } from 'node:crypto';
import type { TypedUser } from 'payload';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { storeFile } from '../../src/intake/store-upload';
import { setClock } from '../../src/platform/clock';
import { collectObjects, GRACE_MS } from '../../src/platform/collector/collect';
import { inTransaction } from '../../src/platform/database/transaction';
import type { Storage } from '../../src/platform/storage/port';
import { getStorage } from '../../src/platform/storage/storage';
import { intakeGuards } from '../../src/processes/intake-guards';
import { completeMaterial, receivedFile } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { makePdf } from './make-files';

let app: TestApp;
let storage: Storage;
let author: TypedUser;

beforeAll(async () => {
  app = await startApp();
  storage = getStorage();
  author = await app.person('contributor', ['YT']);
});
afterAll(() => app.close());
afterEach(() => setClock(undefined));

const later = () => setClock(new Date(Date.now() + GRACE_MS + 60_000));
const collect = (more: Partial<Parameters<typeof collectObjects>[0]> = {}) =>
  collectObjects({ payload: app.payload, storage, ...more });
async function keys(): Promise<string[]> {
  const all: string[] = [];
  for await (const { key } of storage.list('')) all.push(key);
  return all.sort();
}
const upload = (bytes: Buffer, through: Storage = storage) =>
  storeFile(
    { payload: app.payload, storage: through, guards: intakeGuards, user: author },
    receivedFile(app, 'bai.pdf', bytes),
    { role: 'main' },
  );
async function keyOf(fileId: string): Promise<string> {
  const file = await app.payload.findByID({ collection: 'files', id: fileId, depth: 0 });
  return String(file.storageKey);
}
async function forget(fileId: string): Promise<void> {
  await inTransaction({ payload: app.payload }, async (req) => {
    await app.payload.db.deleteOne({ collection: 'files', where: { id: { equals: fileId } }, req });
  });
}
const pdf = () => makePdf([`Trang ${randomUUID()}`]);

/** The storage as one upload sees it, whose objects are older than they are. */
function aged(change: Partial<Storage> = {}): Storage {
  return {
    ...storage,
    async head(key) {
      const found = await storage.head(key);
      return found && { ...found, modified: new Date(Date.now() - 2 * GRACE_MS) };
    },
    ...change,
  };
}

describe('objects without a record', () => {
  it('are removed after a day, evidence of a deleted draft too; what a record names stays', async () => {
    const kept = await completeMaterial(app, { author });
    const draft = await completeMaterial(app, { author });
    const before = await keys();
    await app.payload.db.updateOne({
      collection: 'materials',
      id: draft.id,
      data: { deletedAt: new Date().toISOString() },
    });
    const gone = await app.rest(author, 'DELETE', `/api/materials/${draft.id}?trash=true`);
    expect(gone.status).toBe(200);
    const orphan = `content/ab/${'ab'.repeat(32)}`;
    const broken = `${orphan}.${randomUUID()}.part`;
    const foreign = 'backup/notes.txt';
    for (const key of [orphan, broken, foreign]) {
      await storage.putBytes(key, Buffer.from('x'), 'text/plain');
    }

    expect(await collect()).toMatchObject({ orphans: 0, removed: 0 });
    later();
    const said = await collect({ dryRun: true });
    expect(said).toMatchObject({ orphans: 4, removed: 0 });
    expect(await keys()).toHaveLength(before.length + 3);
    expect(await collect()).toMatchObject({ orphans: 4, removed: 4, refused: false });
    const left = await keys();
    expect(left).toContain(foreign);
    expect(left).toContain(await keyOf(kept.fileId));
    expect(left).toHaveLength(before.length - 2 + 1);
    expect(await collect()).toMatchObject({ orphans: 0 });
  });

  it('are not removed when most of the storage has no record: it is the wrong database', async () => {
    for (let n = 0; n < 101; n += 1) {
      const sha256 = `cd${String(n).padStart(62, '0')}`;
      await storage.putBytes(`content/cd/${sha256}`, Buffer.from('x'), 'text/plain');
    }
    later();
    expect(await collect()).toMatchObject({ orphans: 101, removed: 0, refused: true });
    expect(await collect({ force: true })).toMatchObject({ removed: 101, refused: false });
  });
});

describe('an upload of bytes that are about to be removed', () => {
  it('keeps them when its record was there first', async () => {
    const bytes = pdf();
    const first = await upload(bytes);
    const key = await keyOf(first);
    await forget(first);
    later();
    let again = '';
    // Between the look at all objects and the removal of this one.
    const slow: Storage = {
      ...storage,
      async *list(prefix) {
        yield* storage.list(prefix);
        if (prefix === 'derived/') again = await upload(bytes, aged());
      },
    };
    await collectObjects({ payload: app.payload, storage: slow });
    expect(again).not.toBe('');
    expect(Buffer.from(await storage.readBytes(key)).equals(bytes)).toBe(true);
  });

  it('stores them again when they were removed after it had found them', async () => {
    const bytes = pdf();
    const first = await upload(bytes);
    const key = await keyOf(first);
    await forget(first);
    let found = 0;
    const between = aged({
      async head(name) {
        const there = await storage.head(name);
        if (name === key && (found += 1) === 2) {
          later();
          expect((await collect()).removed).toBe(1);
          setClock(undefined);
        }
        return there && { ...there, modified: new Date(Date.now() - 2 * GRACE_MS) };
      },
    });
    const again = await upload(bytes, between);
    expect(await keyOf(again)).toBe(key);
    expect(Buffer.from(await storage.readBytes(key)).equals(bytes)).toBe(true);
  });

  it('excludes the removal while its record is being written', async () => {
    const bytes = pdf();
    const first = await upload(bytes);
    const key = await keyOf(first);
    await forget(first);
    let begin: () => void = () => undefined;
    const holding = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const removal = holding.then(async () => {
      later();
      return await collect();
    });
    // It finds the record once it may look, or the hold in its way every time it tries.
    const outcome = removal.then(
      ({ removed }) => removed,
      (error: unknown) => (error as { code?: unknown }).code,
    );
    let heads = 0;
    const through = aged({
      async head(name) {
        const there = await storage.head(name);
        // The third look is that under the hold: from here on the removal has to wait or give way.
        if (name === key && (heads += 1) === 3) {
          begin();
          await new Promise((resolve) => setTimeout(resolve, 300));
        }
        return there && { ...there, modified: new Date(Date.now() - 2 * GRACE_MS) };
      },
    });
    await upload(bytes, through);
    expect([0, 'changed_meanwhile']).toContain(await outcome);
    expect(heads).toBe(3);
    expect(Buffer.from(await storage.readBytes(key)).equals(bytes)).toBe(true);
  });
});
