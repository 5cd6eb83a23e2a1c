import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SearchAnswer, SearchQuery, SearchReader, SearchWriter } from '../../src/search/port';
import { searchDocument, searchQuery, streamOf, type DocumentInput } from '../search/documents';

export interface SearchEngine {
  writer: SearchWriter;
  reader: SearchReader;
  /** Waits until what was written can be found. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** What every search engine must do. `makeEngine` gives a fresh, empty one. */
export function describeSearchContract(
  name: string,
  makeEngine: () => Promise<SearchEngine>,
): void {
  describe(`search on ${name}`, () => {
    let engine: SearchEngine;
    beforeAll(async () => {
      engine = await makeEngine();
    });
    afterAll(() => engine.close());

    const fill = async (documents: DocumentInput[]) => {
      await engine.writer.rebuild(streamOf(documents.map(searchDocument)));
      await engine.settle();
    };
    const search = (query: Partial<SearchQuery>) => engine.reader.search(searchQuery(query));
    const ids = (answer: SearchAnswer) => answer.hits.map(({ identifier }) => identifier);
    const find = async (q: string, more: Partial<SearchQuery> = {}) =>
      ids(await search({ q, ...more }));

    describe('Vietnamese', () => {
      beforeAll(() =>
        fill([
          { identifier: 'hl-gdtx', title: 'Trung tâm giáo dục thường xuyên' },
          { identifier: 'hl-short', title: 'Danh mục GDTX cấp huyện' },
          { identifier: 'hl-hoa', title: 'Hòa bình và thủy lợi' },
          { identifier: 'hl-duong', title: 'An toàn đường bộ', keywords: ['biển báo'] },
          { identifier: 'hl-nam-south', title: 'Nam' },
          { identifier: 'hl-nam-year', title: 'Năm' },
          { identifier: 'hl-nam-five', title: 'Nằm' },
          ...['ma', 'má', 'mà', 'mả', 'mã', 'mạ'].map((word, at) => ({
            identifier: `hl-ma-${String(at)}`,
            title: `Từ ${word}`,
          })),
          { identifier: 'hl-art', title: 'Mĩ thuật tiểu học' },
          { identifier: 'hl-nfd', title: 'Phòng cháy rừng'.normalize('NFD') },
        ]),
      );

      it('finds accented text without accents', async () => {
        expect(await find('duong bo')).toEqual(['hl-duong']);
        expect(await find('DUONG BO')).toEqual(['hl-duong']);
        expect(await find('trung tam')).toEqual(['hl-gdtx']);
      });

      it('takes typed marks as meant, and a word without marks for each of its readings', async () => {
        expect(await find('năm')).toEqual(['hl-nam-year']);
        expect(await find('nằm')).toEqual(['hl-nam-five']);
        const plain = await find('nam');
        expect(plain[0]).toBe('hl-nam-south');
        expect(plain.sort()).toEqual(['hl-nam-five', 'hl-nam-south', 'hl-nam-year']);
      });

      it.each(['má', 'mà', 'mả', 'mã', 'mạ'])('knows %s from its sisters', async (word) => {
        const at = ['ma', 'má', 'mà', 'mả', 'mã', 'mạ'].indexOf(word);
        expect(await find(word)).toEqual([`hl-ma-${String(at)}`]);
      });

      it('finds all sisters of ma, itself first', async () => {
        const found = await find('ma');
        expect(found).toHaveLength(6);
        expect(found[0]).toBe('hl-ma-0');
      });

      it('reads a word without its marks when nothing has them', async () => {
        expect(await find('nắm')).toHaveLength(3);
        expect(await find('an toán đường bộ')).toEqual(['hl-duong']);
        const [hit] = (await search({ q: 'biển báo đướng bộ' })).hits;
        expect(hit?.highlights.title).toBe('An toàn <mark>đường</mark> <mark>bộ</mark>');
      });

      it('takes old and new tone placement as equal', async () => {
        for (const q of ['hoà bình', 'hòa bình', 'thuỷ lợi', 'thủy lợi']) {
          expect(await find(q)).toEqual(['hl-hoa']);
        }
        const [old, modern] = [await search({ q: 'hòa' }), await search({ q: 'hoà' })];
        expect(old.hits[0]?.highlights.title).toBe('<mark>Hòa</mark> bình và thủy lợi');
        expect(modern.hits).toEqual(old.hits);
      });

      it('takes the two spellings of a final i as one', async () => {
        for (const q of ['mĩ thuật', 'mỹ thuật', 'my thuat'])
          expect(await find(q)).toEqual(['hl-art']);
        const [hit] = (await search({ q: 'mỹ thuật' })).hits;
        expect(hit?.highlights.title).toBe('<mark>Mĩ</mark> <mark>thuật</mark> tiểu học');
      });

      it('takes NFD input for NFC, in queries and in documents', async () => {
        expect(await find('đường bộ'.normalize('NFD'))).toEqual(['hl-duong']);
        expect(await find('phòng cháy')).toEqual(['hl-nfd']);
      });

      it('expands abbreviations both ways', async () => {
        expect((await find('GDTX')).sort()).toEqual(['hl-gdtx', 'hl-short']);
        expect((await find('gdtx')).sort()).toEqual(['hl-gdtx', 'hl-short']);
        const long = await find('giáo dục thường xuyên');
        expect(long.sort()).toEqual(['hl-gdtx', 'hl-short']);
        expect((await find('giao duc thuong xuyen')).sort()).toEqual(['hl-gdtx', 'hl-short']);
      });

      it('forgives a typing mistake when nothing else is found', async () => {
        expect((await find('giao duc thuong xuyem'))[0]).toBe('hl-gdtx');
        expect(await find('đường bộk')).toEqual(['hl-duong']);
        expect(await find('trungtam giao duc')).toEqual(['hl-gdtx']);
        expect(await find('zzzzqqq')).toEqual([]);
      });

      it('sorts titles as a dictionary does', async () => {
        const found = await find('từ', { sort: 'title' });
        expect(found).toEqual([0, 2, 3, 4, 1, 5].map((at) => `hl-ma-${String(at)}`));
      });
    });

    describe('ranking and fields', () => {
      beforeAll(() =>
        fill([
          {
            identifier: 'hl-body',
            title: 'Sổ tay gia đình',
            body: `Lời nói đầu. ${'Chuyện nhà. '.repeat(400)} Cách phòng bệnh sốt xuất huyết ở nông thôn.`,
            publishedAt: '2026-06-01T00:00:00Z',
          },
          {
            identifier: 'hl-abstract',
            title: 'Tờ rơi',
            abstract: { vi: 'Nói về sốt xuất huyết.' },
          },
          { identifier: 'hl-keyword', title: 'Y tế xã', keywords: ['sốt xuất huyết', 'muỗi vằn'] },
          { identifier: 'hl-title', title: 'Sốt xuất huyết', publishedAt: '2020-01-01T00:00:00Z' },
          { identifier: 'hl-strewn', title: 'Huyết áp', body: 'xuất khẩu; cơn sốt đất' },
          { identifier: 'hl-english', title: { vi: 'Muỗi', en: 'Dengue <fever>' } },
          { identifier: 'hl-script', title: '<script>alert(1)</script> an ninh mạng' },
        ]),
      );

      it('puts titles above keywords above abstracts above bodies', async () => {
        expect(await find('sốt xuất huyết')).toEqual(
          ['hl-title', 'hl-keyword', 'hl-abstract', 'hl-body'], // prettier-ignore
        );
      });

      it('finds words strewn over a text when they stand together nowhere', async () => {
        expect(await find('xuất khẩu đất')).toEqual(['hl-strewn']);
      });

      it('finds phrases only where they are whole', async () => {
        expect(await find('"sốt xuất huyết"')).not.toContain('hl-strewn');
        expect(await find('"xuất huyết sốt"')).toEqual([]);
        expect(await find('"sot xuat huyet" nông')).toEqual(['hl-body']);
      });

      it('finds keywords and what only the body says', async () => {
        expect(await find('muỗi vằn')).toEqual(['hl-keyword']);
        expect(await find('nong thon')).toEqual(['hl-body']);
      });

      it('finds English titles', async () => {
        const answer = await search({ q: 'dengue', lang: 'en' });
        expect(ids(answer)).toEqual(['hl-english']);
        expect(answer.hits[0]?.highlights.title).toBe('<mark>Dengue</mark> &lt;fever&gt;');
      });

      it('shows the place in the original text', async () => {
        const [hit] = (await search({ q: '"phong benh"' })).hits;
        expect(hit?.highlights.title).toBeNull();
        expect(hit?.highlights.text).toMatch(/^….*Cách <mark>phòng bệnh<\/mark> sốt xuất huyết/);
      });

      it('escapes what stands in titles', async () => {
        const [hit] = (await search({ q: 'mạng script' })).hits;
        expect(hit?.highlights.title).toBe(
          '&lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt; an ninh <mark>mạng</mark>',
        );
      });

      it('relaxes a sentence that no document has whole', async () => {
        const found = await find('tài liệu nào nói về bệnh sốt xuất huyết ở nông thôn');
        expect(found[0]).toBe('hl-body');
      });

      it.each(['làm thế nào để phòng sốt xuất huyết', 'sot xuat huyet la gi'])(
        'looks for what is asked about, not for the words of asking: %s',
        async (q) => {
          expect(await find(q)).toContain('hl-body');
        },
      );

      it('completes what is being typed', async () => {
        const suggest = (q: string) => engine.reader.suggest({ q, limit: 5 });
        expect(await suggest('sot xu')).toContain('sốt xuất huyết');
        expect((await suggest('Sốt xuất h'))[0]?.toLowerCase()).toBe('sốt xuất huyết');
        expect(await suggest('muỗi v')).toContain('muỗi vằn');
        expect(await suggest('huyết á')).toContain('huyết áp');
        expect(await suggest('')).toEqual([]);
        expect(await suggest('"*')).toEqual([]);
      });
    });

    describe('marks, names and nearness', () => {
      const far = (...words: string[]) => words.join(` ${'chuyện nhà '.repeat(30)}`);
      beforeAll(() =>
        fill([
          {
            identifier: 'hl-road',
            title: 'Bài học cho gia đình đi đường',
            body: 'Mẹ nuôi dưỡng con. Gia đình cùng đi.',
          },
          {
            identifier: 'hl-food',
            title: 'Bữa cơm học sinh',
            body: 'Chế độ dinh dưỡng cho trẻ em.',
          },
          {
            identifier: 'hl-fake',
            title: 'Mua sắm thông minh',
            body: 'Cách nhận biết hàng giả khi đi chợ.',
            labels: ['Sở Công Thương', 'Department of Industry and Trade'],
          },
          {
            identifier: 'hl-author',
            title: 'Viết sách',
            body: far('Hàng năm', 'tác giả', 'khách hàng hỏi giá'),
            labels: ['Sở Y tế', 'Department of Health'],
          },
          {
            identifier: 'hl-scattered',
            title: 'Chợ phiên',
            body: far('cơ sở', 'công việc', 'thương yêu'),
          },
          {
            identifier: 'hl-subject',
            title: 'Rau xanh mỗi ngày',
            labels: ['Sức khỏe và dinh dưỡng', 'Health and nutrition', 'y tế dự phòng'],
          },
          {
            identifier: 'hl-subject-words',
            title: 'Kỹ năng sống',
            body: far('sức khỏe và', 'chế độ dinh dưỡng'),
          },
          { identifier: 'hl-titled', title: 'Dinh dưỡng và sức khỏe học đường' },
        ]),
      );

      it('does not take đình đường, nor đình dưỡng far apart, for dinh dưỡng', async () => {
        const found = await find('dinh dưỡng');
        expect(found).not.toContain('hl-road');
        expect(found[0]).toBe('hl-titled');
        expect(found).toContain('hl-food');
        const marks = (await search({ q: 'dinh dưỡng' })).hits.flatMap(({ highlights }) =>
          Object.values(highlights).flatMap((html) => html?.match(/<mark>.*?<\/mark>/g) ?? []),
        );
        expect([...new Set(marks.map((html) => html.toLowerCase()))].sort()).toEqual([
          '<mark>dinh</mark>',
          '<mark>dưỡng</mark>',
        ]);
      });

      it('leaves out words strewn over a text where others have them together', async () => {
        expect(await find('hàng giả')).toEqual(['hl-fake']);
        expect(await find('sở công thương')).toEqual(['hl-fake']);
        expect(await find('so cong thuong')).toEqual(['hl-fake']);
        expect((await search({ q: 'hàng giả', facets: ['type'] })).total).toBe(1);
      });

      it('finds what a subject or a department is called, in both languages', async () => {
        expect(await find('Sở Y tế')).toEqual(['hl-author']);
        expect(await find('department of health')).toEqual(['hl-author']);
        expect(await find('nutrition')).toEqual(['hl-subject']);
        expect(await find('y tế dự phòng')).toEqual(['hl-subject']);
        expect(await find('suc khoe va dinh duong')).toEqual([
          'hl-titled',
          'hl-subject',
          'hl-subject-words',
        ]);
      });

      it('puts titles above names, and names above texts', async () => {
        expect(await find('Sức khỏe và dinh dưỡng')).toEqual([
          'hl-titled',
          'hl-subject',
          'hl-subject-words',
        ]);
      });

      it('takes the words of several names together', async () => {
        expect(await find('rau nutrition')).toEqual(['hl-subject']);
      });
    });

    describe('filters, facets and pages', () => {
      const all: DocumentInput[] = Array.from({ length: 57 }, (_, at) => ({
        identifier: `hl-${String(at).padStart(3, '0')}`,
        title: `Bài học số ${String(at)}`,
        body: at % 2 === 0 ? 'chẵn' : 'lẻ',
        facets: {
          subject: at % 3 === 0 ? ['toan', 'ly'] : ['van'],
          level: at < 10 ? ['thcs'] : ['thpt'],
        },
        // Many share a moment: the order must still be one.
        publishedAt: `2026-01-0${String(1 + (at % 5))}T00:00:00Z`,
        modifiedAt: at < 7 ? '2026-05-01T00:00:00Z' : '2026-02-01T00:00:00Z',
      }));
      beforeAll(() => fill(all));

      it('browses newest first without a query, marking nothing', async () => {
        const answer = await search({ limit: 12 });
        expect(answer).toMatchObject({ total: 57, totalIsExact: true });
        expect(ids(answer)[0]).toBe('hl-004');
        expect(ids(answer)[11]).toBe('hl-003');
        expect(answer.hits[0]?.highlights).toEqual({ title: null, text: null });
        expect(ids(await search({ q: '  ', sort: 'oldest', limit: 1 }))).toEqual(['hl-000']);
      });

      it('filters by any code within a field and all fields together', async () => {
        const both = { subject: ['toan', 'van'], level: ['thcs'] };
        expect((await search({ filters: both })).total).toBe(10);
        expect((await search({ q: 'bai', filters: { ...both, subject: ['ly'] } })).total).toBe(4);
        expect((await search({ filters: { subject: ['unknown'] } })).total).toBe(0);
        expect((await search({ filters: { subject: [] } })).total).toBe(57);
        expect((await search({ updatedSince: '2026-05-01T00:00:00Z' })).total).toBe(7);
      });

      it('counts facets, a filtered field without its own filter', async () => {
        const { facets, total } = await search({
          q: 'bài học',
          filters: { subject: ['toan'], level: ['thcs'] },
          facets: ['subject', 'level', 'type'],
        });
        expect(total).toBe(4);
        expect(facets).toEqual({
          subject: [
            { code: 'van', count: 6 },
            { code: 'ly', count: 4 },
            { code: 'toan', count: 4 },
          ],
          level: [
            { code: 'thpt', count: 15 },
            { code: 'thcs', count: 4 },
          ],
          type: [],
        });
      });

      it.each([
        ['relevance', 'bai hoc'],
        ['relevance', 'chẵn'],
        ['relevance', ''],
        ['newest', 'bai'],
        ['oldest', ''],
        ['title', 'bai'],
      ] as const)('pages by cursor without gap or repeat: %s %j', async (sort, q) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const answer = await search({ q, sort, limit: 10, cursor });
          seen.push(...ids(answer));
          expect(answer.total).toBe(q === 'chẵn' ? 29 : 57);
          cursor = answer.next ?? undefined;
        } while (cursor);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toHaveLength(q === 'chẵn' ? 29 : 57);
        expect(seen).toEqual(ids(await search({ q, sort, limit: 100 })));
      });

      it('refuses a cursor of another query or of nobody', async () => {
        const { next } = await search({ q: 'bai', limit: 5 });
        const refused = { code: 'invalid_cursor', isKhoError: true };
        await expect(search({ q: 'hoc', cursor: next ?? '' })).rejects.toMatchObject(refused);
        await expect(search({ q: 'bai', cursor: 'abc' })).rejects.toMatchObject(refused);
        await expect(search({ q: '', cursor: next ?? '' })).rejects.toMatchObject(refused);
      });
    });

    describe('input of any kind', () => {
      beforeAll(() =>
        fill([
          { identifier: 'hl-one', title: 'C++ co-op AND x: 😀', body: 'a\u0000b "trích" \uD800' },
        ]),
      );

      it.each([
        '"',
        '""',
        '"" ""',
        '"abc',
        "'",
        '\\',
        '*',
        '^',
        ':',
        '-',
        '+',
        '(',
        ')',
        '((',
        'NEAR(',
        'AND',
        'OR',
        'NOT',
        'a AND',
        'AND a',
        'a OR',
        'NEAR(a b, 2)',
        'title:x',
        '{title}: a',
        'a*',
        '^a',
        '-a',
        'a -b',
        'C++',
        'co-op',
        'x:',
        ';DROP TABLE',
        '%',
        '_',
        '😀',
        '👩‍👩‍👧',
        '\u0000',
        'a\u0000b',
        '\uD800',
        '\u0301',
        '   \t\n',
        '?!…—“”',
        'ﷺ',
        '٣',
        '中文',
        'é'.repeat(300),
        'từ '.repeat(100),
        '"a b" '.repeat(60),
        'x'.repeat(5000),
        'ơ\u0300\u0301\u0323'.repeat(75),
      ])('never fails on %j', async (q) => {
        // prettier-ignore
        for (const sort of ['relevance', 'title'] as const) {
          const answer = await search({ q, sort, facets: ['subject'] });
          expect(answer.hits.length).toBe(answer.total);
        }
        expect(Array.isArray(await engine.reader.suggest({ q, limit: 3 }))).toBe(true);
      });

      it('finds such text by its words, and nothing by mere punctuation', async () => {
        expect(await find('c++ co-op')).toEqual(['hl-one']);
        expect(await find('AND')).toEqual(['hl-one']);
        expect(await find('trích')).toEqual(['hl-one']);
        expect(await find('?!')).toEqual([]);
      });
    });

    describe('long texts and many documents', () => {
      const filler = 'Một trang sách dài không nói gì mới. '.repeat(12_000);
      const long = {
        identifier: 'hl-long',
        title: 'Dài',
        body: `${filler} Kim tự tháp kính ở cuối sách. ${filler}`,
      };
      /** By turns side by side in a title, in a title but not so, and in a text. */
      const many: DocumentInput[] = Array.from({ length: 330 }, (_, at) => ({
        identifier: `hl-${String(at)}`,
        publishedAt: `2026-01-01T00:00:${String(at % 7).padStart(2, '0')}Z`,
        ...([
          { title: 'Mưa lũ' },
          { title: 'Lũ sau mưa' },
          { title: 'Bão', body: 'Chuẩn bị khi mưa lũ về.' },
        ][at % 3] ?? { title: '' }),
      }));
      beforeAll(() => fill([long, ...many]));

      it('finds and shows what stands deep in a long body', async () => {
        for (const q of ['kim tự tháp kính', '"kim tu thap"', 'tháp cuối']) {
          const [hit] = (await search({ q })).hits;
          expect(hit?.identifier, q).toBe('hl-long');
          expect(hit?.highlights.text, q).toMatch(/^….*<mark>.*tháp.*<\/mark>.*…$/);
        }
      });

      it('pages through hundreds, better places first', async () => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const answer = await search({ q: 'mưa lũ', limit: 70, cursor });
          expect(answer.total).toBe(330);
          seen.push(...ids(answer));
          cursor = answer.next ?? undefined;
        } while (cursor);
        expect(new Set(seen).size).toBe(330);
        const kinds = seen.map((identifier) => Number(identifier.slice(3)) % 3);
        expect(kinds[0]).toBe(0);
        expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
      });

      it('forgets the end of a text that became shorter', async () => {
        await engine.writer.upsert([searchDocument({ ...long, body: 'Kim tự tháp. Hết.' })]);
        await engine.settle();
        expect(await find('"kính ở cuối sách"')).toEqual([]);
        const [hit] = (await search({ q: 'kim tự tháp' })).hits;
        expect(hit?.highlights.text).toBe(
          '<mark>Kim</mark> <mark>tự</mark> <mark>tháp</mark>. Hết.',
        );
      });
    });

    describe('writing', () => {
      beforeEach(() => fill([{ identifier: 'hl-a', title: 'Cũ kỹ', facets: { type: ['book'] } }]));

      const write = async (documents: DocumentInput[]) => {
        await engine.writer.upsert(documents.map(searchDocument));
        await engine.settle();
      };

      it('adds and replaces', async () => {
        await write([{ identifier: 'hl-b', title: 'Thêm', body: 'bổ sung' }]);
        await write([{ identifier: 'hl-a', title: 'Mới tinh', facets: { type: ['video'] } }]);
        expect(await find('cu ky')).toEqual([]);
        expect(await find('mới tinh')).toEqual(['hl-a']);
        expect(await find('bo sung')).toEqual(['hl-b']);
        const browse = await search({ facets: ['type'] });
        expect(browse.total).toBe(2);
        expect(browse.facets.type).toEqual([{ code: 'video', count: 1 }]);
        expect(await engine.reader.suggest({ q: 'cũ', limit: 5 })).toEqual([]);
        expect(await engine.reader.health()).toEqual({ ok: true, documents: 2 });
      });

      it('removes, also what was never there', async () => {
        await engine.writer.remove(['hl-a', 'hl-unknown']);
        await engine.settle();
        expect(await find('cũ kỹ')).toEqual([]);
        expect((await search({})).total).toBe(0);
        await write([{ identifier: 'hl-a', title: 'Trở lại' }]);
        expect(await find('tro lai')).toEqual(['hl-a']);
      });

      it('takes the last of two of one kind', async () => {
        await write([
          { identifier: 'hl-c', title: 'Bản một' },
          { identifier: 'hl-c', title: 'Bản hai' },
        ]);
        expect(await find('bản một')).toEqual([]);
        expect(await find('bản hai')).toEqual(['hl-c']);
      });

      it('answers throughout a rebuild, then with the new content', async () => {
        let building = true;
        const failures: unknown[] = [];
        const totals = new Set<number>();
        const reading = (async () => {
          while (building) {
            try {
              totals.add((await search({})).total);
              await search({ q: 'bai' });
            } catch (error) {
              failures.push(error);
            }
          }
        })();
        async function* slowly() {
          for (let at = 0; at < 300; at += 1) {
            if (at % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
            yield searchDocument({ identifier: `hl-n${String(at)}`, title: `Bài ${String(at)}` });
          }
        }
        for (let round = 0; round < 3; round += 1) await engine.writer.rebuild(slowly());
        await engine.settle();
        building = false;
        await reading;
        expect(failures).toEqual([]);
        for (const total of totals) expect([1, 300]).toContain(total);
        expect(await find('cũ kỹ')).toEqual([]);
        expect((await search({ q: 'bai' })).total).toBe(300);
      });

      it('keeps what is written while a rebuild runs', async () => {
        async function* withWrites() {
          yield searchDocument({ identifier: 'hl-a', title: 'Cũ kỹ' });
          yield searchDocument({ identifier: 'hl-gone', title: 'Sắp rút' });
          await engine.writer.upsert([
            searchDocument({ identifier: 'hl-a', title: 'Sửa giữa chừng' }),
          ]);
          await engine.writer.remove(['hl-gone']);
        }
        await engine.writer.rebuild(withWrites());
        await engine.settle();
        expect(await find('sửa giữa chừng')).toEqual(['hl-a']);
        expect((await search({})).total).toBe(1);
      });

      it('is brought in line with all documents where it differs', async () => {
        const mend = engine.writer.reconcile ?? engine.writer.rebuild;
        await write([{ identifier: 'hl-surplus', title: 'Đã rút' }]);
        const right = [
          { identifier: 'hl-a', title: 'Cũ kỹ', body: 'Có thêm một đoạn văn.' },
          { identifier: 'hl-lost', title: 'Bị sót' },
        ];
        await mend(streamOf(right.map(searchDocument)));
        await engine.settle();
        expect(await find('đoạn văn')).toEqual(['hl-a']);
        expect(await find('bị sót')).toEqual(['hl-lost']);
        expect((await search({})).total).toBe(2);
        if (!engine.writer.reconcile) return;
        const again = await engine.writer.reconcile(streamOf(right.map(searchDocument)));
        expect(again).toEqual({ written: 0, removed: 0 });
      });

      it('keeps the old index when a rebuild fails', async () => {
        async function* broken() {
          yield searchDocument({ identifier: 'hl-x', title: 'Dở dang' });
          await Promise.resolve();
          throw new Error('no more documents');
        }
        await expect(engine.writer.rebuild(broken())).rejects.toThrow('no more documents');
        await write([{ identifier: 'hl-y', title: 'Vẫn ghi được' }]);
        expect(await find('cũ kỹ')).toEqual(['hl-a']);
        expect(await find('vẫn ghi được')).toEqual(['hl-y']);
        expect(await engine.writer.needsRebuild()).toBe(false);
      });
    });
  });
}
