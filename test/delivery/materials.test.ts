import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, type Kho, type Problem } from '../../docs/client/kho';
import type { paths } from '../../docs/client/openapi';
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

type Query<P extends '/v1/materials' | '/v1/materials/{identifier}'> = NonNullable<
  paths[P]['get']['parameters']['query']
>;
const askItem = (identifier: string, query: Query<'/v1/materials/{identifier}'> = {}) =>
  kho.GET('/v1/materials/{identifier}', { params: { path: { identifier }, query } });
const askList = (query: Query<'/v1/materials'> = {}) =>
  kho.GET('/v1/materials', { params: { query } });
const item = (...asked: Parameters<typeof askItem>) => answerOf(askItem(...asked));
const list = (...asked: Parameters<typeof askList>) => answerOf(askList(...asked));

describe('a material', () => {
  it('answers every key, addresses whole, dates as they were written', async () => {
    const file = makeFile({ thumbnailKey: 'derived/x/thumb.webp' });
    const s = await site.publish(makeSnapshot({ files: [file], alternativeTitle: null }));
    const shown = await item(s.identifier);
    expect(shown).toMatchObject({
      identifier: s.identifier,
      lang: 'vi',
      fallbacks: [],
      title: s.title.vi,
      alternativeTitle: null,
      issued: '2026-03-12',
      publishedAt: s.publishedAt,
      department: { code: 'YT', label: 'Sở Y tế' },
      basedOn: [],
    });
    expect(shown.files[0]).toMatchObject({
      url: `https://hoclieu.example.vn/v1/files/${file.id}`,
      thumbnail: `https://hoclieu.example.vn/v1/files/${file.id}/thumbnail`,
      caption: 'Bản in',
    });
    expect(shown.links.self).toBe(`https://hoclieu.example.vn/v1/materials/${s.identifier}`);
    expect(JSON.stringify(shown)).not.toContain(file.storageKey);
  });

  it('is in English where it can be, and names what is not', async () => {
    const s = await site.publish(
      makeSnapshot({ abstract: { vi: 'Chỉ có tiếng Việt.' }, keywords: { vi: [] } }),
    );
    const shown = await item(s.identifier, { lang: 'en' });
    expect(shown.title).toBe(s.title.en);
    expect(shown.abstract).toBe('Chỉ có tiếng Việt.');
    expect(shown.fallbacks.sort()).toEqual(['abstract', 'accessibility.summary']);
    expect(shown.department.label).toBe('Department of Health');
  });

  it('without a download has no address to download from', async () => {
    const s = await site.publish(makeSnapshot({ files: [makeFile()], download: false }));
    const shown = await item(s.identifier);
    expect(shown.files[0]?.url).toBeNull();
  });

  it('that was withdrawn answers 410 with when and why, and nothing of what it was', async () => {
    const s = await site.publish(makeSnapshot({ title: { vi: 'Bí mật chim hoàng yến' } }));
    await site.withdraw(s.identifier, 'term_ended', '2026-11-12T01:00:00.000Z');
    const gone = await refusalOf(askItem(s.identifier));
    expect(gone.status).toBe(410);
    expect(gone.problem).toMatchObject({
      status: 410,
      identifier: s.identifier,
      withdrawnAt: '2026-11-12T01:00:00.000Z',
      reason: { code: 'term_ended', label: 'Hết thời hạn được dùng' },
    });
    const reply = await site.ask(`/v1/materials/${s.identifier}?lang=en&format=dc`);
    expect(reply.status).toBe(410);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(reply.text).not.toContain('hoàng yến');
    expect(reply.text).toContain('Term of the grant ended');
  });

  it('that never was public answers 404', async () => {
    const { status, problem } = await refusalOf(askItem('hl-zzzzzzzzzz'));
    expect(status).toBe(404);
    expect(problem).toMatchObject({ code: 'not_found', title: 'Không tìm thấy' });
  });

  it('comes back under its identifier after a withdrawal', async () => {
    const s = await site.publish(makeSnapshot());
    await site.withdraw(s.identifier);
    await site.publish(s, { type: 'reinstated' });
    expect((await item(s.identifier)).identifier).toBe(s.identifier);
  });
});

describe('the list of materials', () => {
  it('filters within a field by any, across fields by all, and counts', async () => {
    const code = (code: string) => ({ code, label: { vi: code } });
    const make = (subject: string, department: string) =>
      site.publish(makeSnapshot({ subjects: [code(subject)], department: code(department) }));
    const a = await make('loc-a', 'P1');
    const b = await make('loc-b', 'P1');
    const c = await make('loc-b', 'P2');
    const ids = async (query: Query<'/v1/materials'>) => {
      const { items, total } = await list(query);
      expect(total).toBe(items.length);
      return items.map(({ identifier }) => identifier).sort();
    };
    expect(await ids({ subject: ['loc-a'] })).toEqual([a.identifier]);
    const inOne = { subject: ['loc-a,loc-b'], department: ['P1'] };
    expect(await ids(inOne)).toEqual([a.identifier, b.identifier]);
    expect(await ids({ subject: ['loc-a', 'loc-b'] })).toHaveLength(3);
    expect(await ids({ subject: ['loc-b'], department: ['P2'] })).toEqual([c.identifier]);
    expect(await ids({ subject: ['nope'] })).toEqual([]);
  });

  it('knows what changed since a day of Hanoi or a moment', async () => {
    const department = { code: 'SINCE', label: { vi: 'Từ ngày' } };
    const modifiedAt = '2026-05-31T17:00:00.000Z';
    const s = await site.publish(makeSnapshot({ department, modifiedAt }));
    const count = async (updatedSince: string) =>
      (await list({ department: ['SINCE'], updatedSince })).total;
    expect(await count('2026-06-01')).toBe(1);
    expect(await count('2026-06-02')).toBe(0);
    expect(await count('2026-06-01T00:00:00+07:00')).toBe(1);
    expect(await count('2026-05-31T17:00:01Z')).toBe(0);
    expect(s.modifiedAt).toBe(modifiedAt);
  });

  it('is walked by its cursor without a repeat or a gap while others come and go', async () => {
    const department = { code: 'WALK', label: { vi: 'Đi' } };
    const at = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString();
    const make = (n: number) =>
      site.publish(makeSnapshot({ department, modifiedAt: at(n), publishedAt: at(n) }), {
        index: false,
      });
    const before: string[] = [];
    for (let n = 0; n < 12; n += 1) before.push((await make(n % 6)).identifier);
    const seen: string[] = [];
    let query: Query<'/v1/materials'> = { department: ['WALK'], limit: 5 };
    for (let page = 0; page < 20; page += 1) {
      const { items, next } = await list(query);
      seen.push(...items.map(({ identifier }) => identifier));
      if (next === null) break;
      await make(100 + page);
      query = { ...query, cursor: next };
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.sort()).toEqual(before.sort());
  });

  it.each(['-modifiedAt', 'modifiedAt', '-publishedAt', 'publishedAt', 'title'] as const)(
    'is whole in the order %s',
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = await list({ sort, limit: 7, ...(cursor === '' ? {} : { cursor }) });
        seen.push(...page.items.map(({ identifier }) => identifier));
        cursor = page.next;
        expect(page.total).toBeGreaterThan(7);
        if (cursor === null) expect(seen).toHaveLength(page.total);
      }
      expect(new Set(seen).size).toBe(seen.length);
    },
  );

  it('sorts titles as a Vietnamese dictionary does', async () => {
    const department = { code: 'ABC', label: { vi: 'Thứ tự' } };
    for (const vi of ['Zebra', 'Đèn', 'Dạ', 'Ấm', 'An', 'Êm', 'Em']) {
      await site.publish(makeSnapshot({ department, title: { vi } }));
    }
    const { items } = await list({ department: ['ABC'], sort: 'title' });
    expect(items.map(({ title }) => title)).toEqual(['An', 'Ấm', 'Dạ', 'Đèn', 'Em', 'Êm', 'Zebra']);
  });

  it('refuses a cursor that was changed or belongs to other filters', async () => {
    const { next } = await list({ department: ['WALK'], limit: 5 });
    const cursor = next ?? '';
    for (const query of [
      { department: ['WALK'], cursor: `${cursor.slice(0, -2)}xx` },
      { department: ['ABC'], cursor },
      { department: ['WALK'], sort: 'title' as const, cursor },
      { cursor: 'hello' },
    ]) {
      const { status, problem } = await refusalOf(askList(query));
      expect([status, problem.code]).toEqual([400, 'invalid_cursor']);
      expect(problem).toMatchObject({ errors: [{ field: 'cursor', code: 'not_from_list' }] });
    }
  });

  it('refuses what it does not know, by name and with what it knows', async () => {
    const wrong = { colour: 'red', limit: 0, lang: 'en' as const };
    const { status, problem } = await refusalOf(askList(wrong));
    expect(status).toBe(400);
    expect(problem.code).toBe('invalid_query');
    expect(problem.title).toBe('Some parameters are not right');
    const errors = 'errors' in problem ? problem.errors : [];
    const [colour] = errors.filter(({ field }) => field === 'colour');
    expect(colour?.code).toBe('unknown_parameter');
    expect(colour?.remedy).toContain('subject, level');
    expect(errors.find(({ field }) => field === 'limit')?.message).toContain('1 to 100');
  });

  it('says how many codes a filter takes', async () => {
    const subject = Array.from({ length: 51 }, (_, at) => String(at));
    const { problem } = await refusalOf(askList({ subject, lang: 'en' }));
    expect(problem).toMatchObject({
      errors: [{ field: 'subject', message: '“subject” takes 50 codes at most.' }],
    });
  });

  it.each([
    'limit=101',
    'limit=-1',
    'limit=1e2',
    'limit=5.5',
    'limit=',
    'limit=1&limit=2',
    'sort=size',
    'updatedSince=yesterday',
    'updatedSince=2026-02-30',
    'lang=fr',
    'lang=vi&lang=en',
  ])('refuses %s', async (query) => {
    const reply = await site.ask(`/v1/materials?${query}`);
    expect(reply.status).toBe(400);
    expect((JSON.parse(reply.text) as Problem).errors).toHaveLength(1);
  });
});
