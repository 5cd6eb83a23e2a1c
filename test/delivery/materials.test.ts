import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  materialListSchema,
  problemSchema,
  withdrawnSchema,
} from '../../src/delivery/schemas/answers';
import { materialSchema } from '../../src/delivery/schemas/material';
import { makeFile, makeSnapshot } from './make-snapshot';
import { startSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await site.close();
});

describe('a material', () => {
  it('answers every key, addresses whole, dates as they were written', async () => {
    const file = makeFile({ thumbnailKey: 'derived/x/thumb.webp' });
    const s = await site.publish(makeSnapshot({ files: [file], alternativeTitle: null }));
    const item = await site.read(`/v1/materials/${s.identifier}`, materialSchema);
    expect(item).toMatchObject({
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
    expect(item.files[0]).toMatchObject({
      url: `https://hoclieu.example.vn/v1/files/${file.id}`,
      thumbnail: `https://hoclieu.example.vn/v1/files/${file.id}/thumbnail`,
      caption: 'Bản in',
    });
    expect(item.links.self).toBe(`https://hoclieu.example.vn/v1/materials/${s.identifier}`);
    expect(JSON.stringify(item)).not.toContain(file.storageKey);
  });

  it('is in English where it can be, and names what is not', async () => {
    const s = await site.publish(
      makeSnapshot({ abstract: { vi: 'Chỉ có tiếng Việt.' }, keywords: { vi: [] } }),
    );
    const item = await site.read(`/v1/materials/${s.identifier}?lang=en`, materialSchema);
    expect(item.title).toBe(s.title.en);
    expect(item.abstract).toBe('Chỉ có tiếng Việt.');
    expect(item.fallbacks.sort()).toEqual(['abstract', 'accessibility.summary']);
    expect(item.department.label).toBe('Department of Health');
  });

  it('without a download has no address to download from', async () => {
    const s = await site.publish(makeSnapshot({ files: [makeFile()], download: false }));
    const item = await site.read(`/v1/materials/${s.identifier}`, materialSchema);
    expect(item.files[0]?.url).toBeNull();
  });

  it('that was withdrawn answers 410 with when and why, and nothing of what it was', async () => {
    const s = await site.publish(makeSnapshot({ title: { vi: 'Bí mật chim hoàng yến' } }));
    await site.withdraw(s.identifier, 'term_ended', '2026-11-12T01:00:00.000Z');
    const gone = await site.read(`/v1/materials/${s.identifier}`, withdrawnSchema, 410);
    expect(gone).toMatchObject({
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
    const problem = await site.read('/v1/materials/hl-zzzzzzzzzz', problemSchema, 404);
    expect(problem).toMatchObject({ code: 'not_found', title: 'Không tìm thấy' });
  });

  it('comes back under its identifier after a withdrawal', async () => {
    const s = await site.publish(makeSnapshot());
    await site.withdraw(s.identifier);
    await site.publish(s, { type: 'reinstated' });
    await site.read(`/v1/materials/${s.identifier}`, materialSchema);
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
    const ids = async (query: string) => {
      const list = await site.read(`/v1/materials?${query}`, materialListSchema);
      expect(list.total).toBe(list.items.length);
      return list.items.map(({ identifier }) => identifier).sort();
    };
    expect(await ids('subject=loc-a')).toEqual([a.identifier]);
    expect(await ids('subject=loc-a,loc-b&department=P1')).toEqual([a.identifier, b.identifier]);
    expect(await ids('subject=loc-a&subject=loc-b')).toHaveLength(3);
    expect(await ids('subject=loc-b&department=P2')).toEqual([c.identifier]);
    expect(await ids('subject=nope')).toEqual([]);
  });

  it('knows what changed since a day of Hanoi or a moment', async () => {
    const department = { code: 'SINCE', label: { vi: 'Từ ngày' } };
    const modifiedAt = '2026-05-31T17:00:00.000Z';
    const s = await site.publish(makeSnapshot({ department, modifiedAt }));
    const count = async (since: string) =>
      (await site.read(`/v1/materials?department=SINCE&updatedSince=${since}`, materialListSchema))
        .total;
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
    let address = '/v1/materials?department=WALK&limit=5';
    for (let page = 0; page < 20; page += 1) {
      const list = await site.read(address, materialListSchema);
      seen.push(...list.items.map(({ identifier }) => identifier));
      if (list.next === null) break;
      await make(100 + page);
      address = `/v1/materials?department=WALK&limit=5&cursor=${list.next}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.sort()).toEqual(before.sort());
  });

  it.each(['-modifiedAt', 'modifiedAt', '-publishedAt', 'publishedAt', 'title'])(
    'is whole in the order %s',
    async (sort) => {
      const seen: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const cursor: string = next && `&cursor=${next}`;
        const list = await site.read(
          `/v1/materials?sort=${sort}&limit=7${cursor}`,
          materialListSchema,
        );
        seen.push(...list.items.map(({ identifier }) => identifier));
        next = list.next;
        expect(list.total).toBeGreaterThan(7);
        if (next === null) expect(seen).toHaveLength(list.total);
      }
      expect(new Set(seen).size).toBe(seen.length);
    },
  );

  it('sorts titles as a Vietnamese dictionary does', async () => {
    const department = { code: 'ABC', label: { vi: 'Thứ tự' } };
    for (const vi of ['Zebra', 'Đèn', 'Dạ', 'Ấm', 'An', 'Êm', 'Em']) {
      await site.publish(makeSnapshot({ department, title: { vi } }));
    }
    const list = await site.read('/v1/materials?department=ABC&sort=title', materialListSchema);
    expect(list.items.map(({ title }) => title)).toEqual([
      'An',
      'Ấm',
      'Dạ',
      'Đèn',
      'Em',
      'Êm',
      'Zebra',
    ]);
  });

  it('refuses a cursor that was changed or belongs to other filters', async () => {
    const list = await site.read('/v1/materials?department=WALK&limit=5', materialListSchema);
    for (const address of [
      `/v1/materials?department=WALK&cursor=${(list.next ?? '').slice(0, -2)}xx`,
      `/v1/materials?department=ABC&cursor=${list.next ?? ''}`,
      `/v1/materials?department=WALK&sort=title&cursor=${list.next ?? ''}`,
      '/v1/materials?cursor=hello',
    ]) {
      const problem = await site.read(address, problemSchema, 400);
      expect(problem.code).toBe('invalid_cursor');
    }
  });

  it('refuses what it does not know, by name and with what it knows', async () => {
    const problem = await site.read('/v1/materials?colour=red&limit=0&lang=en', problemSchema, 400);
    expect(problem.code).toBe('invalid_query');
    expect(problem.title).toBe('Some parameters are not right');
    const [colour] = problem.errors.filter(({ field }) => field === 'colour');
    expect(colour?.code).toBe('unknown_parameter');
    expect(colour?.remedy).toContain('subject, level');
    expect(problem.errors.find(({ field }) => field === 'limit')?.message).toContain('1 to 100');
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
    const problem = await site.read(`/v1/materials?${query}`, problemSchema, 400);
    expect(problem.errors).toHaveLength(1);
  });
});
