import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, changesSince, type Change, type Kho } from '../../docs/client/kho';
import type { paths } from '../../docs/client/openapi';
import { AppError } from '../../src/platform/errors';
import type { SearchReader } from '../../src/search/port';
import { refusalOf } from '../helpers/client';
import { makeFile, makeSnapshot } from './make-snapshot';
import { startSite, type Site } from './site';

let site: Site;
let kho: Kho;
beforeAll(async () => {
  site = await startSite();
  kho = site.client();
});
afterAll(async () => {
  await site.close();
});

type Query<P extends '/v1/changes' | '/v1/search'> = NonNullable<
  paths[P]['get']['parameters']['query']
>;
const askChanges = (query: Query<'/v1/changes'>) => kho.GET('/v1/changes', { params: { query } });
const changes = (query: Query<'/v1/changes'>) => answerOf(askChanges(query));
const search = (query: Query<'/v1/search'>) =>
  answerOf(kho.GET('/v1/search', { params: { query } }));
const list = (query: { limit?: number } = {}) =>
  answerOf(kho.GET('/v1/materials', { params: { query } }));
const suggestions = async (q: string) =>
  (await answerOf(kho.GET('/v1/suggest', { params: { query: { q } } }))).suggestions;

/** The end of the feed. */
async function head(): Promise<string> {
  let end = '';
  for await (const { next } of changesSince(kho)) end = next;
  return end;
}

describe('the feed of changes', () => {
  it('tells everything in order to who follows next, and repeats nothing', async () => {
    const start = await head();
    const a = await site.publish(makeSnapshot(), { index: false });
    const b = await site.publish(makeSnapshot(), { index: false });
    await site.publish({ ...a, revision: 2 }, { index: false });
    await site.withdraw(b.identifier);
    await site.publish(b, { type: 'reinstated', index: false });
    const seen: Change[] = [];
    let [next, more] = [start, true];
    while (more) {
      const page = await changes({ since: next, limit: 2 });
      seen.push(...page.changes);
      ({ next, more } = page);
    }
    expect(seen.map(({ type, identifier, revision }) => [type, identifier, revision])).toEqual([
      ['published', a.identifier, 1],
      ['published', b.identifier, 1],
      ['updated', a.identifier, 2],
      ['withdrawn', b.identifier, 1],
      ['reinstated', b.identifier, 1],
    ]);
    expect(await changes({ since: next })).toEqual({ changes: [], next, more: false });
  });

  it('refuses a cursor of another list', async () => {
    const { next } = await list({ limit: 1 });
    const { status, problem } = await refusalOf(askChanges({ since: next ?? '', lang: 'en' }));
    expect([status, problem.code]).toEqual([400, 'invalid_cursor']);
    const [{ field, remedy } = {}] = 'errors' in problem ? problem.errors : [];
    expect([field, remedy]).toEqual(['since', expect.stringContaining('/v1/changes')]);
  });
});

describe('what is reserved for named portals', () => {
  it('shows nowhere', async () => {
    const start = await head();
    const { total } = await list();
    const file = makeFile();
    const s = await site.publish(
      makeSnapshot({ access: 'named_portals', title: { vi: 'Canaria kín đáo' }, files: [file] }),
    );
    await site.storage.putBytes(file.storageKey, Buffer.from('kín'), 'application/pdf');
    for (const state of ['live', 'withdrawn']) {
      if (state === 'withdrawn') await site.withdraw(s.identifier);
      for (const address of [
        `/v1/materials/${s.identifier}`,
        `/v1/materials/${s.identifier}/similar`,
        `/v1/files/${file.id}`,
        `/v1/files/${file.id}/text`,
      ]) {
        const reply = await site.ask(address);
        expect(reply.status, address).toBe(404);
        expect(reply.text).not.toContain('Canaria');
      }
      expect((await list()).total).toBe(total);
      expect(await changes({ since: start })).toEqual({
        changes: [],
        next: start,
        more: false,
      });
      for (const address of ['/v1/search?q=canaria', '/v1/suggest?q=canar', '/?q=canaria']) {
        expect((await site.ask(address)).text).not.toContain('Canaria');
      }
    }
  });

  it('is to the world withdrawn when it was open before, and published when it opens', async () => {
    const start = await head();
    const s = await site.publish(makeSnapshot());
    await site.publish({ ...s, revision: 2, access: 'named_portals' });
    expect((await site.ask(`/v1/materials/${s.identifier}`)).status).toBe(404);
    await site.publish({ ...s, revision: 3, access: 'named_portals' });
    await site.publish({ ...s, revision: 4 });
    const told = (await changes({ since: start })).changes;
    expect(told.map(({ type, revision }) => [type, revision])).toEqual([
      ['published', 1],
      ['withdrawn', 2],
      ['published', 4],
    ]);
  });
});

describe('search', () => {
  it('finds without accents, highlights, counts facets in words and filters', async () => {
    const s = await site.publish(makeSnapshot({ title: { vi: 'Đuối nước: điều cần biết' } }));
    const found = await search({ q: 'duoi nuoc', facets: ['subject', 'department'] });
    expect(found.items[0]?.identifier).toBe(s.identifier);
    expect(found.items[0]?.highlights.title).toContain('<mark>');
    expect(found.facets.department).toEqual([{ code: 'YT', label: 'Sở Y tế', count: 1 }]);
    expect(found.facets.subject?.[0]?.label).toBe('Sức khỏe và dinh dưỡng');
    const none = await search({ q: 'duoi nuoc', department: ['GDDT'] });
    expect(none).toMatchObject({ items: [], total: 0, next: null, facets: {} });
    const facets = ['department' as const, 'language' as const];
    const english = await search({ q: 'duoi nuoc', facets, lang: 'en' });
    expect(english.facets.department?.[0]?.label).not.toBe('Sở Y tế');
    expect(english.facets.language).toEqual([{ code: 'vi', label: 'Vietnamese', count: 1 }]);
  });

  it('is walked by its cursor', async () => {
    for (let n = 0; n < 4; n += 1) await site.publish(makeSnapshot());
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await search({ q: 'tay chan', limit: 2, ...(cursor === '' ? {} : { cursor }) });
      seen.push(...page.items.map(({ identifier }) => identifier));
      cursor = page.next;
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await site.ask('/v1/search?q=tay&cursor=nonsense')).status).toBe(400);
  });

  it('drops what is withdrawn before the index hears of it, from suggestions too', async () => {
    const s = await site.publish(
      makeSnapshot({ title: { vi: 'Quokka mỉm cười' }, keywords: { vi: ['quokka đảo xa'] } }),
    );
    expect((await search({ q: 'quokka' })).total).toBe(1);
    expect((await suggestions('quokk')).join()).toContain('quokka');
    await site.withdraw(s.identifier);
    expect(await search({ q: 'quokka' })).toMatchObject({ items: [], total: 0 });
    expect(await suggestions('quokk')).toEqual([]);
  });

  it('finds what is near a material', async () => {
    const code = { code: 'rieng', label: { vi: 'Riêng' } };
    const make = (keywords: string[]) =>
      site.publish(makeSnapshot({ subjects: [code], keywords: { vi: keywords } }));
    const far = await make(['khác']);
    const near = await make(['sông', 'hồ']);
    const s = await make(['sông', 'hồ']);
    const path = { identifier: s.identifier };
    const { items } = await answerOf(
      kho.GET('/v1/materials/{identifier}/similar', { params: { path } }),
    );
    expect(items.map(({ identifier }) => identifier)).toEqual([near.identifier, far.identifier]);
  });

  it('when it is out is a 503 of its own; all else goes on', async () => {
    const out = () => Promise.reject(new AppError('search_unavailable'));
    const without: SearchReader = {
      search: out,
      suggest: out,
      health: () => Promise.resolve({ ok: false, documents: 0, detail: 'thread_failed' }),
      close: () => Promise.resolve(),
    };
    const broken = await startSite({ search: without });
    try {
      const s = await broken.publish(makeSnapshot(), { index: false });
      const asked = broken.client().GET('/v1/search', { params: { query: { q: 'tay' } } });
      const { status, problem } = await refusalOf(asked);
      expect([status, problem.code]).toEqual([503, 'search_unavailable']);
      expect((await broken.ask(`/v1/materials/${s.identifier}`)).status).toBe(200);
      const page = await broken.ask('/?q=tay');
      expect(page.status).toBe(503);
      expect(page.text).toContain('Hiện chưa tìm kiếm được');
      const ready = await broken.ask('/readyz');
      expect(ready.status).toBe(200);
      expect(JSON.parse(ready.text)).toMatchObject({
        status: 'degraded',
        parts: { database: { status: 'ok' }, search: { status: 'out' } },
      });
    } finally {
      await broken.close();
    }
  });
});
