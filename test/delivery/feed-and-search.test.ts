import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  changesSchema,
  materialListSchema,
  problemSchema,
  searchSchema,
  similarSchema,
  suggestSchema,
} from '../../src/delivery/schemas/answers';
import { AppError } from '../../src/platform/errors';
import type { SearchReader } from '../../src/search/port';
import { makeFile, makeSnapshot } from './make-snapshot';
import { startSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await site.close();
});

/** The end of the feed. */
async function head(): Promise<string> {
  let [next, more] = ['', true];
  while (more) {
    const page = await site.read(`/v1/changes${next && `?since=${next}`}`, changesSchema);
    next = page.next;
    more = page.more;
  }
  return next;
}

describe('the feed of changes', () => {
  it('tells everything in order to who follows next, and repeats nothing', async () => {
    const start = await head();
    const a = await site.publish(makeSnapshot(), { index: false });
    const b = await site.publish(makeSnapshot(), { index: false });
    await site.publish({ ...a, revision: 2 }, { index: false });
    await site.withdraw(b.identifier);
    await site.publish(b, { type: 'reinstated', index: false });
    const seen: [string, string, number][] = [];
    let [next, more] = [start, true];
    while (more) {
      const page = await site.read(`/v1/changes?since=${next}&limit=2`, changesSchema);
      seen.push(
        ...page.changes.map(
          ({ type, identifier, revision }) =>
            [type, identifier, revision] as [string, string, number],
        ),
      );
      ({ next, more } = page);
    }
    expect(seen).toEqual([
      ['published', a.identifier, 1],
      ['published', b.identifier, 1],
      ['updated', a.identifier, 2],
      ['withdrawn', b.identifier, 1],
      ['reinstated', b.identifier, 1],
    ]);
    const end = await site.read(`/v1/changes?since=${next}`, changesSchema);
    expect(end).toEqual({ changes: [], next, more: false });
  });

  it('refuses a cursor of another list', async () => {
    const list = await site.read('/v1/materials?limit=1', materialListSchema);
    const problem = await site.read(`/v1/changes?since=${list.next ?? ''}`, problemSchema, 400);
    expect(problem.code).toBe('invalid_cursor');
  });
});

describe('what is reserved for named portals', () => {
  it('shows nowhere', async () => {
    const start = await head();
    const total = (await site.read('/v1/materials', materialListSchema)).total;
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
      expect((await site.read('/v1/materials', materialListSchema)).total).toBe(total);
      expect(await site.read(`/v1/changes?since=${start}`, changesSchema)).toEqual({
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
    const { changes } = await site.read(`/v1/changes?since=${start}`, changesSchema);
    expect(changes.map(({ type, revision }) => [type, revision])).toEqual([
      ['published', 1],
      ['withdrawn', 2],
      ['published', 4],
    ]);
  });
});

describe('search', () => {
  it('finds without accents, highlights, counts facets in words and filters', async () => {
    const s = await site.publish(makeSnapshot({ title: { vi: 'Đuối nước: điều cần biết' } }));
    const found = await site.read('/v1/search?q=duoi+nuoc&facets=subject,department', searchSchema);
    expect(found.items[0]?.identifier).toBe(s.identifier);
    expect(found.items[0]?.highlights.title).toContain('<mark>');
    expect(found.facets.department).toEqual([{ code: 'YT', label: 'Sở Y tế', count: 1 }]);
    expect(found.facets.subject?.[0]?.label).toBe('Sức khỏe và dinh dưỡng');
    const none = await site.read('/v1/search?q=duoi+nuoc&department=GDDT', searchSchema);
    expect(none).toMatchObject({ items: [], total: 0, next: null, facets: {} });
    const english = await site.read(
      '/v1/search?q=duoi+nuoc&facets=department,language&lang=en',
      searchSchema,
    );
    expect(english.facets.department?.[0]?.label).not.toBe('Sở Y tế');
    expect(english.facets.language).toEqual([{ code: 'vi', label: 'Vietnamese', count: 1 }]);
  });

  it('is walked by its cursor', async () => {
    for (let n = 0; n < 4; n += 1) await site.publish(makeSnapshot());
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await site.read(
        `/v1/search?q=tay+chan&limit=2${next && `&cursor=${next}`}`,
        searchSchema,
      );
      seen.push(...page.items.map(({ identifier }) => identifier));
      next = page.next as string | null;
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await site.ask('/v1/search?q=tay&cursor=nonsense')).status).toBe(400);
  });

  it('drops what is withdrawn before the index hears of it, from suggestions too', async () => {
    const s = await site.publish(
      makeSnapshot({ title: { vi: 'Quokka mỉm cười' }, keywords: { vi: ['quokka đảo xa'] } }),
    );
    const suggestions = async () =>
      (await site.read('/v1/suggest?q=quokk', suggestSchema)).suggestions;
    expect((await site.read('/v1/search?q=quokka', searchSchema)).total).toBe(1);
    expect((await suggestions()).join()).toContain('quokka');
    await site.withdraw(s.identifier);
    expect(await site.read('/v1/search?q=quokka', searchSchema)).toMatchObject({
      items: [],
      total: 0,
    });
    expect(await suggestions()).toEqual([]);
  });

  it('finds what is near a material', async () => {
    const code = { code: 'rieng', label: { vi: 'Riêng' } };
    const make = (keywords: string[]) =>
      site.publish(makeSnapshot({ subjects: [code], keywords: { vi: keywords } }));
    const far = await make(['khác']);
    const near = await make(['sông', 'hồ']);
    const s = await make(['sông', 'hồ']);
    const { items } = await site.read(`/v1/materials/${s.identifier}/similar`, similarSchema);
    expect(items.map(({ identifier }) => identifier)).toEqual([near.identifier, far.identifier]);
  });

  it('when it is out is a 503 of its own; all else goes on', async () => {
    const out = () => Promise.reject(new AppError('search_unavailable'));
    const search: SearchReader = {
      search: out,
      suggest: out,
      health: () => Promise.resolve({ ok: false, documents: 0, detail: 'thread_failed' }),
      close: () => Promise.resolve(),
    };
    const broken = await startSite({ search });
    try {
      const s = await broken.publish(makeSnapshot(), { index: false });
      const problem = await broken.read('/v1/search?q=tay', problemSchema, 503);
      expect(problem.code).toBe('search_unavailable');
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
