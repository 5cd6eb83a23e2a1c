import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TypedUser } from 'payload';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runFixity } from '../../src/platform/backup/fixity';
import { askStorage } from '../../src/platform/health/ask-storage';
import { adoptStorage, storageId } from '../../src/platform/storage/own-storage';
import { getStorage } from '../../src/platform/storage/storage';
import { examine } from '../../src/reporting/health/examine';
import { wordsOf } from '../../src/reporting/health/words';
import { startApp, type TestApp } from '../helpers/app';
import { startServer, type TestServer } from '../helpers/http';

let app: TestApp;
let server: TestServer;
let officer: TypedUser;
let media: string;
const mark = () => path.join(media, '.kho-storage');

beforeAll(async () => {
  // What a disk does, whatever the suite runs on.
  delete process.env.TEST_STORAGE_URL;
  app = await startApp();
  media = path.join(app.folder, 'media');
  officer = await app.person('contributor', ['YT']);
  server = await startServer(app);
}, 60_000);
afterAll(async () => {
  await server.close();
  await app.close();
});

async function upload(text: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { 'X-File-Name': 'a.txt' };
  const init = { method: 'POST', headers, body: text };
  const reply = await server.ask(officer, '/intake/files', init);
  return { status: reply.status, body: JSON.parse(reply.text) as Record<string, unknown> };
}
const files = async () => (await app.payload.count({ collection: 'files' })).totalDocs;
async function storagePart() {
  const findings = await examine({ payload: app.payload, serving: true });
  const found = findings.find(({ part }) => part === 'storage');
  if (!found) throw new Error('no part for the storage');
  return { ...found, words: wordsOf('vi', found) };
}

/** The disk goes, and its empty mount point is what is left. */
function unmount(): void {
  renameSync(media, `${media}.away`);
  mkdirSync(media);
}
function mount(): void {
  rmSync(media, { recursive: true, force: true });
  renameSync(`${media}.away`, media);
}
const refused = { code: 'storage_not_mounted' };

describe('a disk that is not mounted', () => {
  let file: string;
  let key: string;

  it('is known by its mark, which the first start puts there and no listing shows', async () => {
    await adoptStorage(app.payload);
    const { status, body } = await upload('trước khi hỏng');
    expect(status).toBe(201);
    file = String(body.id);
    expect(await storageId(app.payload)).toBe(readFileSync(mark(), 'utf8').trim());
    const keys: string[] = [];
    for await (const one of getStorage().list('')) keys.push(one.key);
    expect(keys).toHaveLength(1);
    key = keys[0] ?? '';
    expect(await storagePart()).toMatchObject({ status: 'ok' });
  });

  it('takes nothing in, gives nothing out as lost, says so, and is itself again when it is back', async () => {
    const before = await files();
    unmount();
    try {
      expect(await upload('không được mất')).toMatchObject({ status: 503, body: refused });
      // The same bytes as before: neither is what was stored taken for gone.
      expect(await upload('trước khi hỏng')).toMatchObject({ status: 503, body: refused });
      expect(await files()).toBe(before);
      expect(readdirSync(media)).toEqual([]);

      const read = await server.ask(officer, `/intake/files/${file}/content`);
      expect(read.status).toBe(503);
      const storage = getStorage();
      await expect(storage.head(key)).rejects.toMatchObject(refused);
      await expect(storage.open(key)).rejects.toMatchObject(refused);
      await expect(storage.readBytes(key)).rejects.toMatchObject(refused);
      await expect(storage.localCopy(key)).rejects.toMatchObject(refused);
      await expect(storage.delete(key)).rejects.toMatchObject(refused);
      const listed = storage.list('')[Symbol.asyncIterator]();
      await expect(listed.next()).rejects.toMatchObject(refused);
      await expect(runFixity({ payload: app.payload, storage })).rejects.toMatchObject(refused);

      const asked = await askStorage(storage);
      expect(asked).toEqual({ status: 'out', detail: 'storage_not_mounted' });
      const { status, words } = await storagePart();
      expect(status).toBe('fault');
      expect(words.detail).toContain('không phải là thư mục của kho này');
      expect(words.remedy).toContain('Gắn ổ đĩa');
    } finally {
      mount();
    }
    expect((await upload('đã gắn lại')).status).toBe(201);
    const again = await server.ask(officer, `/intake/files/${file}/content`);
    expect([again.status, again.text]).toEqual([200, 'trước khi hỏng']);
    expect(await storagePart()).toMatchObject({ status: 'ok' });
  });

  it('is another one: nothing is stored on it either', async () => {
    unmount();
    try {
      writeFileSync(mark(), 'another office\n');
      await adoptStorage(app.payload);
      expect(await upload('kho khác')).toMatchObject({ status: 503, body: refused });
      expect(readdirSync(media)).toEqual(['.kho-storage']);
    } finally {
      mount();
    }
    expect((await upload('kho này')).status).toBe(201);
  });

  it('is not taken into use by a start, which goes on, but a mark put there by hand is', async () => {
    unmount();
    try {
      await adoptStorage(app.payload);
      expect(readdirSync(media)).toEqual([]);
      expect(await upload('khởi động lại')).toMatchObject({ status: 503, body: refused });
      writeFileSync(mark(), '');
      await adoptStorage(app.payload);
      expect(readFileSync(mark(), 'utf8').trim()).toBe(await storageId(app.payload));
      expect((await upload('thư mục mới')).status).toBe(201);
    } finally {
      mount();
    }
  });
});

describe('an office from before there were marks', () => {
  afterEach(async () => {
    getStorage().mark?.expect((await storageId(app.payload)) ?? null);
  });

  it('marks the folder that holds its files, or takes the mark that is there', async () => {
    const id = readFileSync(mark(), 'utf8').trim();
    await app.payload.kv.delete('storage');
    await adoptStorage(app.payload);
    expect(await storageId(app.payload)).toBe(id);
    await app.payload.kv.delete('storage');
    rmSync(mark());
    await Promise.all([adoptStorage(app.payload), adoptStorage(app.payload)]);
    expect(await storageId(app.payload)).toBe(readFileSync(mark(), 'utf8').trim());
    expect((await upload('sau khi đánh dấu')).status).toBe(201);
  });

  it('with files does not take an empty folder for its own', async () => {
    await app.payload.kv.delete('storage');
    unmount();
    try {
      await adoptStorage(app.payload);
      expect(readdirSync(media)).toEqual([]);
      expect(await upload('chưa gắn')).toMatchObject({ status: 503, body: refused });
    } finally {
      mount();
    }
    expect((await upload('đã gắn')).status).toBe(201);
    await adoptStorage(app.payload);
  });
});
