import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { TypedUser } from 'payload';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveFile } from '../../src/intake/derive';
import { startIntake, type IntakeServer } from './intake-server';
import { makeDocx, makePdf } from './make-files';
import { makeZip } from './make-zip';
import { builtThread } from './thread-file';

let server: IntakeServer;
let officer: TypedUser;
let threadFile: string;

beforeAll(async () => {
  threadFile = await builtThread();
  server = await startIntake();
  officer = await server.app.person('contributor', ['YT']);
});

afterAll(async () => {
  await server.close();
  await rm(threadFile, { force: true });
});

async function upload(name: string, bytes: Buffer): Promise<string> {
  const response = await server.send(officer, '/intake/files', name, bytes);
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

async function derive(fileId: string, timeLimit?: number) {
  const { payload } = server.app;
  await deriveFile({ payload, storage: server.storage, fileId, threadFile, timeLimit });
  return await payload.findByID({ collection: 'files', id: fileId, depth: 0 });
}

describe('deriveFile', () => {
  it('writes text and thumbnail beside the content and the figures into the row', async () => {
    const id = await upload('a.pdf', makePdf(['Trang mot', 'Trang hai']));
    const row = await derive(id);
    expect(row).toMatchObject({ processing: 'done', pages: 2 });
    expect(row.textKey).toBe(`derived/${row.sha256.slice(0, 2)}/${row.sha256}/text.txt`);
    const text = await server.storage.readBytes(row.textKey ?? '');
    expect(Buffer.from(text).toString()).toBe('Trang mot\n\nTrang hai');

    const thumbnail = await server.get(officer, `/intake/files/${id}/thumbnail`);
    expect(thumbnail.headers.get('content-type')).toBe('image/webp');
    const picture = await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata();
    expect(picture.height).toBe(480);
  });

  it('comes to the same when it is run again, and for a second file of the same bytes', async () => {
    const docx = makeDocx(['Xin chào']);
    const first = await derive(await upload('a.docx', docx));
    expect(await derive(first.id)).toEqual(first);
    const second = await derive(await upload('b.docx', docx));
    expect(second.textKey).toBe(first.textKey);
    expect(second.processing).toBe('done');
  });

  it('notes the size of pictures as shown and needs nothing of an archive', async () => {
    const picture = sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } });
    const png = await derive(await upload('a.png', await picture.png().toBuffer()));
    expect(png).toMatchObject({ processing: 'done', width: 30, height: 20 });
    // Never set: null on SQLite, absent on MongoDB.
    expect(png.textKey ?? null).toBeNull();
    const zip = await derive(await upload('a.zip', makeZip([{ name: 'a.txt', data: 'x' }])));
    expect(zip.processing).toBe('done');
    expect([zip.textKey ?? null, zip.thumbnailKey ?? null]).toEqual([null, null]);
  });

  it('keeps a file that cannot be read, and says why', async () => {
    const bytes = Buffer.from('%PDF-1.4\nkhông có gì\nstartxref\n0\n%%EOF\n');
    const row = await derive(await upload('hong.pdf', bytes));
    expect(row).toMatchObject({ processing: 'failed', processingNote: 'damaged' });
    const kept = await readFile(path.join(server.app.folder, 'media', row.storageKey));
    expect(kept.equals(bytes)).toBe(true);
  });

  it('stops after its time', async () => {
    const row = await derive(await upload('lau.pdf', makePdf(['lau'])), 1);
    expect(row).toMatchObject({ processing: 'failed', processingNote: 'timeout' });
  });

  it('does nothing for a file that is gone', async () => {
    const { payload } = server.app;
    const fileId = '00000000-0000-4000-8000-000000000000';
    await expect(
      deriveFile({ payload, storage: server.storage, fileId, threadFile }),
    ).resolves.toBeUndefined();
  });
});
