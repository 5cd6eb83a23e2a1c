import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openapi } from '../helpers/openapi';
import { makeFile, makeSnapshot } from './make-snapshot';
import { startSite, type Reply, type Site } from './site';

/** Every reading operation of the document, so that a new one is in the table the day it is added. */
const READS = Object.entries(openapi.paths).flatMap(([path, { get }]) =>
  get ? [{ path, operation: get.operationId }] : [],
);
const ENCODINGS = ['identity', 'gzip', 'br'];
/** What a HEAD or a 304 has in common with the answer is all but how and when it was sent. */
const OF_THE_CONNECTION = ['connection', 'date', 'keep-alive', 'transfer-encoding'];
/** What a cache renews its copy with (RFC 9110 § 15.4.5). */
const RENEWED = ['etag', 'cache-control', 'vary', 'last-modified', 'content-location'];

let site: Site;
/** What each operation is asked by, and the headers it needs. */
let asked: Record<string, { address: string; headers?: Record<string, string> }>;

beforeAll(async () => {
  site = await startSite();
  const file = makeFile({ storageKey: 'a.txt', thumbnailKey: 'a.webp', textKey: 'a.txt' });
  for (const key of ['a.txt', 'a.webp']) {
    await site.storage.putBytes(key, Buffer.from('nội dung'.repeat(400)), 'text/plain');
  }
  const { identifier } = await site.publish(
    makeSnapshot({ files: [file], abstract: { vi: 'Dài. '.repeat(400) } }),
  );
  await site.publish(makeSnapshot());
  const licence = { code: 'HN-XEM', version: 1, label: { vi: 'x' }, url: null, permits: [] };
  const viewed = makeFile({ storageKey: 'a.txt' });
  await site.publish(
    makeSnapshot({ files: [viewed], licence, access: 'named_portals', download: false }),
  );
  const key = await site.portal('Cổng học tập', ['HN-XEM']);
  asked = {
    listMaterials: { address: '/v1/materials?limit=5' },
    getMaterial: { address: `/v1/materials/${identifier}` },
    getSimilar: { address: `/v1/materials/${identifier}/similar` },
    showMaterial: { address: `/hoc-lieu/${identifier}` },
    searchMaterials: { address: '/v1/search?q=tay+chan&facets=subject' },
    suggest: { address: '/v1/suggest?q=tay' },
    getFile: { address: `/v1/files/${file.id}` },
    viewFile: {
      address: `/v1/files/${viewed.id}/view`,
      headers: { authorization: `Bearer ${key}` },
    },
    getThumbnail: { address: `/v1/files/${file.id}/thumbnail` },
    getText: { address: `/v1/files/${file.id}/text` },
    listChanges: { address: '/v1/changes' },
    listTerms: { address: '/v1/terms/subjects' },
    listLicences: { address: '/v1/licences' },
    listDepartments: { address: '/v1/departments' },
    getOpenApi: { address: '/v1/openapi.json' },
    getHealth: { address: '/healthz' },
    getReadiness: { address: '/readyz' },
  };
});
afterAll(async () => {
  await site.close();
});

function said({ headers }: Reply, only?: string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) =>
      only ? only.includes(name) : !OF_THE_CONNECTION.includes(name),
    ),
  );
}

describe.each(READS)('$operation ($path)', ({ operation }) => {
  async function ask(more: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
    const { address, headers = {} } = asked[operation] ?? { address: `no example: ${operation}` };
    return await site.ask(address, { ...headers, ...more }, method);
  }

  it.each(ENCODINGS)('answers HEAD with the headers of GET and no body (%s)', async (encoding) => {
    const coded = { 'accept-encoding': encoding };
    const get = await ask(coded);
    expect(get.status).toBe(200);
    expect(get.body.length).toBe(Number(get.headers['content-length']));
    const head = await ask(coded, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(said(head)).toEqual(said(get));
  });

  it.each(ENCODINGS)('says to who has it that nothing changed (%s)', async (encoding) => {
    const coded = { 'accept-encoding': encoding };
    const first = await ask(coded);
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      for (const method of ['GET', 'HEAD']) {
        const again = await ask({ ...coded, 'if-none-match': tags }, method);
        expect([again.status, again.body.length], `${method} ${tags}`).toEqual([304, 0]);
        expect(said(again, RENEWED)).toEqual(said(first, RENEWED));
        expect(again.headers['content-encoding']).toBeUndefined();
      }
    }
    expect((await ask({ ...coded, 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('goes by the moment where it has one, unless a tag is shown', async () => {
    const { headers } = await ask();
    const modified = headers['last-modified'];
    if (modified === undefined) return;
    const later = new Date(Date.parse(modified) + 86_400_000).toUTCString();
    const sooner = new Date(Date.parse(modified) - 1_000).toUTCString();
    const status = async (more: Record<string, string>, method = 'GET') =>
      (await ask(more, method)).status;
    expect(await status({ 'if-modified-since': modified })).toBe(304);
    expect(await status({ 'if-modified-since': later }, 'HEAD')).toBe(304);
    expect(await status({ 'if-modified-since': sooner })).toBe(200);
    expect(await status({ 'if-modified-since': 'yesterday' })).toBe(200);
    expect(await status({ 'if-modified-since': later, 'if-none-match': '"other"' })).toBe(200);
  });
});

describe('what cannot be answered', () => {
  it.each([
    ['/v1/materials/hl-zzzzzzzzzz', 404],
    ['/v1/files/none', 404],
    ['/v1/terms/none', 404],
    ['/v1/nowhere', 404],
    ['/v1/materials?colour=red', 400],
    ['/v1/search?cursor=x', 400],
    ['/v1/changes?since=x', 400],
  ])('%s is refused to HEAD as to GET, whatever is known of it', async (address, status) => {
    const get = await site.ask(address);
    const head = await site.ask(address, { 'if-none-match': '*' }, 'HEAD');
    expect([get.status, head.status, head.body.length]).toEqual([status, status, 0]);
    expect(said(head)).toEqual(said(get));
  });

  it('is told of a withdrawn material in the same way', async () => {
    const { identifier } = await site.publish(makeSnapshot());
    await site.withdraw(identifier);
    const address = `/v1/materials/${identifier}`;
    const get = await site.ask(address);
    const head = await site.ask(address, {}, 'HEAD');
    expect([get.status, head.status]).toEqual([410, 410]);
    expect(said(head)).toEqual(said(get));
  });
});
