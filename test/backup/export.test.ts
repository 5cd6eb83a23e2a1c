import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getStorage } from '../../src/platform/storage/storage';
import type { Storage } from '../../src/platform/storage/port';
import { getEnv } from '../../src/platform/env';
import { exportMaterials } from '../../src/publishing/export-materials';
import { openReadStore } from '../../src/publishing/read/open';
import type { ReadStore } from '../../src/publishing/read/store';
import type { Snapshot } from '../../src/publishing/read/snapshot';
import {
  advance,
  completeMaterial,
  publishedMaterial,
  type PublishedMaterial,
} from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let storage: Storage;
let store: ReadStore;
let live: PublishedMaterial;
let withdrawn: PublishedMaterial;
let reserved: PublishedMaterial;
let viewing: PublishedMaterial;
let draftTitle: string;

beforeAll(async () => {
  app = await startApp();
  storage = getStorage();
  store = await openReadStore(getEnv().database);
  const author = await app.person('contributor', ['YT']);
  const editor = await app.person('editor');
  live = await publishedMaterial(app, { author, editor, fileName: 'bữa ăn.pdf' });
  withdrawn = await publishedMaterial(app, { author, editor });
  await advance(app, withdrawn.id, [{ as: editor, action: 'withdraw', reasons: ['quality'] }]);
  const portals = { intendedUse: ['named_portals'] };
  reserved = await publishedMaterial(app, { author, editor, fields: portals });
  viewing = await publishedMaterial(app, { author, editor, fileName: 'chi-xem.pdf' });
  await forViewingOnly(viewing.identifier);
  draftTitle = (await completeMaterial(app, { author })).title;
});
afterAll(async () => {
  await store.close();
  await app.close();
});

/** As a later law may leave it: open to everybody, to look at and not to take. */
async function forViewingOnly(identifier: string): Promise<void> {
  const where = { identifier: { equals: identifier } };
  const { docs } = await app.payload.find({ collection: 'publications', where, depth: 0 });
  const [{ id, snapshot } = { id: '', snapshot: {} }] = docs;
  const data = { snapshot: { ...(snapshot as object), download: false } };
  await app.payload.db.updateOne({ collection: 'publications', id, data });
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;

describe('an export', () => {
  it('holds what is live with its files, and nothing that is not published', async () => {
    const to = path.join(app.folder, 'export');
    expect(await exportMaterials({ store, storage, to })).toEqual({
      materials: 2,
      files: 1,
    });
    const { materials } = read(path.join(to, 'index.json')) as { materials: { file: string }[] };
    expect(materials).toHaveLength(2);
    const material = read(path.join(to, materials[0]?.file ?? '')) as Snapshot;
    expect(material.title.vi).toBe(live.title);
    const [file] = material.files as unknown as { path: string; size: number }[];
    expect(file?.path).toBe(`files/${live.identifier}/01-bữa ăn.pdf`);
    expect(readFileSync(path.join(to, file?.path ?? '')).length).toBe(file?.size);
    const texts = readdirSync(to, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.name.endsWith('.json'))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
    for (const hidden of [
      withdrawn.identifier,
      reserved.identifier,
      draftTitle,
      'storageKey',
      'evidence/',
    ]) {
      expect(texts).not.toContain(hidden);
    }
  });

  it('holds no file that delivery hands to nobody, and says so', async () => {
    const to = path.join(app.folder, 'viewing');
    await exportMaterials({ store, storage, to });
    const text = readFileSync(path.join(to, 'materials', `${viewing.identifier}.json`), 'utf8');
    const { download, files } = JSON.parse(text) as { download: boolean; files: object[] };
    expect(download).toBe(false);
    expect(files).toMatchObject([{ name: 'chi-xem.pdf', path: null }]);
    expect(readdirSync(path.join(to, 'files'))).toEqual([live.identifier]);
  });

  it('of a spoilt file is refused, and leaves nothing that looks whole', async () => {
    const to = path.join(app.folder, 'spoilt');
    const bytes = Buffer.from('not what was published');
    const spoilt: Storage = {
      ...storage,
      open: async () => {
        const { Readable } = await import('node:stream');
        return Readable.from([bytes]);
      },
    };
    const asked = exportMaterials({ store, storage: spoilt, to });
    await expect(asked).rejects.toThrow(/spoilt in the storage/);
    expect(existsSync(to)).toBe(false);
  });
});
