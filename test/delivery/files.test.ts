import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema, withdrawnSchema } from '../../src/delivery/schemas/answers';
import type { SnapshotFile } from '../../src/publishing/read/snapshot';
import { makeFile, makeSnapshot } from './make-snapshot';
import { startSite, type Site } from './site';

let site: Site;
const content = Buffer.from(Array.from({ length: 100_000 }, (_, n) => n % 251));

/** A stored file in a published material. */
async function store(change: Partial<SnapshotFile> = {}, download = true) {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const file = makeFile({ size: content.length, sha256, ...change });
  await site.storage.putBytes(file.storageKey, content, file.mediaType);
  for (const key of [file.thumbnailKey, file.textKey]) {
    if (key) await site.storage.putBytes(key, Buffer.from(`nội dung ${key}`), 'text/plain');
  }
  const snapshot = await site.publish(makeSnapshot({ files: [file], download }), { index: false });
  return { file, snapshot, address: `/v1/files/${file.id}` };
}

beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await site.close();
});

describe('a file', () => {
  it('comes whole, tagged with its SHA-256, under its own name', async () => {
    const { file, address } = await store();
    const reply = await site.ask(address, { 'accept-encoding': 'br' });
    expect(reply.status).toBe(200);
    expect(reply.body.equals(content)).toBe(true);
    expect(reply.headers.etag).toBe(`"${file.sha256}"`);
    expect(reply.headers['accept-ranges']).toBe('bytes');
    expect(reply.headers['content-encoding']).toBeUndefined();
    expect(reply.headers['last-modified']).toBeDefined();
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    expect(reply.headers['cache-control']).toBe('public, max-age=0, s-maxage=30');
    expect(reply.headers['content-disposition']).toBe(
      `inline; filename="tay-chan-mieng.pdf"; filename*=UTF-8''tay-ch%C3%A2n-mi%E1%BB%87ng.pdf`,
    );
  });

  it('comes in parts', async () => {
    const { file, address } = await store();
    const part = async (range: string, more = {}) => await site.ask(address, { range, ...more });
    const first = await part('bytes=0-99');
    expect(first.status).toBe(206);
    expect(first.headers['content-range']).toBe('bytes 0-99/100000');
    expect(first.body.equals(content.subarray(0, 100))).toBe(true);
    expect((await part('bytes=-10')).body.equals(content.subarray(-10))).toBe(true);
    expect((await part('bytes=99990-')).body).toHaveLength(10);
    expect((await part('bytes=0-1,5-6')).status).toBe(200);
    expect((await part('bytes=x')).status).toBe(200);
    expect((await part('bytes=0-9', { 'if-range': `"${file.sha256}"` })).status).toBe(206);
    expect((await part('bytes=0-9', { 'if-range': '"older"' })).status).toBe(200);
    const outside = await part('bytes=100000-');
    expect(outside.status).toBe(416);
    expect(outside.headers['content-range']).toBe('bytes */100000');
    expect(problemSchema.parse(JSON.parse(outside.text)).code).toBe('range_not_satisfiable');
  });

  it('is not sent again to who has it, nor its body for HEAD', async () => {
    const { file, address } = await store();
    const again = await site.ask(address, {
      'if-none-match': `"${file.sha256}"`,
      range: 'bytes=0-9',
    });
    expect(again.status).toBe(304);
    const head = await site.ask(address, { range: 'bytes=0-9' }, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe('100000');
    expect(head.body).toHaveLength(0);
  });

  it.each(['text/html', 'image/svg+xml', 'application/xml', 'text/javascript', 'application/zip'])(
    'of the kind %s is only ever downloaded, in a sandbox',
    async (mediaType) => {
      const { address } = await store({ mediaType, name: 'x.bin' });
      const { headers } = await site.ask(address);
      expect(headers['content-disposition']).toMatch(/^attachment/);
      expect(headers['content-security-policy']).toContain('sandbox');
    },
  );

  it('has a thumbnail and a text where they were made', async () => {
    const { address, file } = await store({
      thumbnailKey: 'derived/aa/thumb.webp',
      textKey: 'derived/aa/text.txt',
    });
    const thumbnail = await site.ask(`${address}/thumbnail`);
    expect(thumbnail.headers['content-type']).toBe('image/webp');
    const text = await site.ask(`${address}/text`);
    expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text.text).toBe('nội dung derived/aa/text.txt');
    expect(new Set([thumbnail.headers.etag, text.headers.etag, `"${file.sha256}"`]).size).toBe(3);
    const bare = await store();
    expect((await site.ask(`${bare.address}/thumbnail`)).status).toBe(404);
    expect((await site.ask(`${bare.address}/text`)).status).toBe(404);
  });

  it('for viewing only is not handed out', async () => {
    const { address } = await store({ textKey: 'derived/bb/text.txt' }, false);
    for (const one of [address, `${address}/text`]) {
      const problem = await site.read(one, problemSchema, 403);
      expect(problem.code).toBe('download_not_allowed');
    }
  });

  it('goes with its material', async () => {
    const { address, snapshot } = await store();
    await site.withdraw(snapshot.identifier, 'takedown');
    const gone = await site.read(address, withdrawnSchema, 410);
    expect(gone.identifier).toBe(snapshot.identifier);
    expect((await site.ask(`${address}/thumbnail`)).status).toBe(410);
  });

  it('that a later revision left out is gone, and one that never was is not found', async () => {
    const { address, snapshot } = await store();
    await site.publish({ ...snapshot, revision: 2, files: [] }, { index: false });
    expect((await site.ask(address)).status).toBe(404);
    expect((await site.ask('/v1/files/ZZZZZZZZZZZZZZZZZZZZ')).status).toBe(404);
  });

  it('whose bytes are missing is an outage, not a lie', async () => {
    const { address, file } = await store();
    await site.storage.delete(file.storageKey);
    const reply = await site.ask(address);
    expect(reply.status).toBe(503);
    expect(reply.headers['retry-after']).toBeDefined();
  });
});
