import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedReader } from '../../src/search/embedded/reader';
import { createEmbeddedWriter } from '../../src/search/embedded/writer';
import { searchDocument, searchQuery, streamOf } from './documents';
import { searchThreadFile } from './search-thread';

describe('the embedded search engine', () => {
  let folder: string;
  let threadFile: URL;
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    threadFile = await searchThreadFile();
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'kho-search-'));
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  const openReader = (options: { threadFile?: URL; timeLimitMs?: number } = {}) => {
    const problems: unknown[] = [];
    const reader = createEmbeddedReader({
      folder,
      threadFile,
      ...options,
      onProblem: (error) => problems.push(error),
    });
    closing.push(() => reader.close());
    return { reader, problems };
  };
  const openWriter = (graceMs?: number) => {
    const writer = createEmbeddedWriter({ folder, graceMs });
    closing.push(() => writer.close());
    return writer;
  };
  /** A thread that does what `code` says on each message. */
  const thread = (code: string): URL => {
    const file = path.join(folder, 'thread.mjs');
    writeFileSync(
      file,
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ id, call, input }) => { ${code} });
       parentPort.postMessage({ ready: true });`,
    );
    return pathToFileURL(file);
  };
  const one = searchDocument({ identifier: 'hl-one', title: 'Một' });
  const indexFiles = () => readdirSync(folder).filter((name) => name.endsWith('.db'));

  describe('what people type', () => {
    const find = async (q: string) => {
      const { hits } = await openReader().reader.search(searchQuery({ q }));
      return hits.map(({ identifier }) => identifier);
    };
    beforeEach(() =>
      openWriter().rebuild(
        streamOf([
          searchDocument({ identifier: 'hl-sign', title: 'Đăng ký chữ ký số' }),
          searchDocument({ identifier: 'hl-pass', title: 'Mật khẩu mạnh' }),
          searchDocument({ identifier: 'hl-bin', title: 'Phân loại rác thải tại trường học' }),
          searchDocument({ identifier: 'hl-waste', title: 'Em học phân loại rác' }),
          searchDocument({ identifier: 'hl-school', title: 'Tuyển sinh trung học phổ thông' }),
        ]),
      ),
    );

    it.each([
      ['chuwx kys soos', 'hl-sign'],
      ['ma65t kha63u', 'hl-pass'],
    ])('was typed with the Vietnamese keyboard off: %s', async (q, identifier) => {
      expect(await find(q)).toEqual([identifier]);
    });

    it('finds what has most of the words after what has all', async () => {
      expect(await find('phân loại rác thải')).toEqual(['hl-bin', 'hl-waste']);
    });

    it('finds the official name by the everyday one', async () => {
      expect(await find('tuyển sinh cấp 3')).toEqual(['hl-school']);
    });
  });

  describe('without a usable index', () => {
    it('answers emptily and says so, until there is one', async () => {
      const { reader } = openReader();
      expect(await reader.health()).toEqual({ ok: false, documents: 0, detail: 'no_index' });
      expect(await reader.search(searchQuery({ q: 'một', facets: ['type'] }))).toEqual({
        hits: [],
        total: 0,
        totalIsExact: true,
        facets: { type: [] },
        next: null,
      });
      expect(await reader.suggest({ q: 'một', limit: 5 })).toEqual([]);
      const writer = openWriter();
      expect(await writer.needsRebuild()).toBe(true);
      await writer.rebuild(streamOf([one]));
      expect(await writer.needsRebuild()).toBe(false);
      expect((await reader.search(searchQuery({ q: 'mot' }))).total).toBe(1);
      expect(await reader.health()).toEqual({ ok: true, documents: 1 });
    });

    it('names an index that only has single documents', async () => {
      const writer = openWriter();
      await writer.upsert([one]);
      expect(await writer.needsRebuild()).toBe(true);
      const { reader } = openReader();
      expect(await reader.health()).toEqual({ ok: true, documents: 1, detail: 'index_partial' });
    });

    it('does not read the index of another folding', async () => {
      writeFileSync(path.join(folder, 'search-7-f999.db'), '');
      writeFileSync(path.join(folder, 'current'), 'search-7-f999.db\n');
      const { reader } = openReader();
      expect(await reader.health()).toMatchObject({ ok: false, detail: 'other_folding' });
      await expect(reader.search(searchQuery())).rejects.toMatchObject({
        code: 'search_unavailable',
      });
      const writer = openWriter();
      expect(await writer.needsRebuild()).toBe(true);
      await writer.rebuild(streamOf([one]));
      expect(readFileSync(path.join(folder, 'current'), 'utf8')).toMatch(
        /^search-8-f\d+-s\d+\.db\n$/,
      );
      expect(await reader.health()).toEqual({ ok: true, documents: 1 });
    });

    it('goes on reading its own while a worker of another version already made the next', async () => {
      await openWriter().rebuild(streamOf([one]));
      const { reader } = openReader();
      expect((await reader.search(searchQuery({ q: 'mot' }))).total).toBe(1);
      const own = indexFiles();
      writeFileSync(path.join(folder, 'search-7-f999.db'), '');
      writeFileSync(path.join(folder, 'current'), 'search-7-f999.db\n');
      for (const file of own) rmSync(path.join(folder, file));
      expect((await reader.search(searchQuery({ q: 'mot' }))).total).toBe(1);
      expect(await reader.health()).toEqual({ ok: true, documents: 1 });
    });

    it('makes a damaged index anew', async () => {
      const first = openWriter();
      await first.rebuild(streamOf([one]));
      await first.close();
      const [file = ''] = indexFiles();
      writeFileSync(path.join(folder, file), 'this is no database, not at all'.repeat(500));
      const { reader } = openReader();
      await expect(reader.search(searchQuery({ q: 'một' }))).rejects.toMatchObject({
        code: 'search_unavailable',
      });
      const writer = openWriter();
      expect(await writer.needsRebuild()).toBe(true);
      await writer.rebuild(streamOf([one]));
      expect((await reader.search(searchQuery({ q: 'một' }))).total).toBe(1);
    });
  });

  it('opens the index again after a restart', async () => {
    const first = openWriter();
    await first.rebuild(streamOf([one]));
    await first.close();
    const second = openWriter();
    expect(await second.needsRebuild()).toBe(false);
    await second.upsert([searchDocument({ identifier: 'hl-two', title: 'Hai' })]);
    const { reader } = openReader();
    expect((await reader.search(searchQuery())).total).toBe(2);
  });

  it('removes old index files after the grace period, not before', async () => {
    const patient = openWriter(60_000);
    await patient.rebuild(streamOf([one]));
    await patient.rebuild(streamOf([one]));
    expect(indexFiles()).toHaveLength(2);
    await patient.close();
    const hasty = openWriter(0);
    await hasty.needsRebuild();
    expect(indexFiles()).toEqual([readFileSync(path.join(folder, 'current'), 'utf8').trim()]);
  });

  it('finds and shows what stands deep in a long body', async () => {
    const writer = openWriter();
    const filler = 'Một trang sách dài không nói gì mới. '.repeat(30_000);
    const body = `${filler} Kim tự tháp kính ở cuối sách. ${filler}`;
    await writer.rebuild(streamOf([searchDocument({ identifier: 'hl-long', title: 'Dài', body })]));
    const { reader } = openReader();
    const answer = await reader.search(searchQuery({ q: 'kim tự tháp kính' }));
    expect(answer.hits[0]?.highlights.text).toContain('<mark>Kim</mark> <mark>tự</mark>');
  });

  it('finds a long phrase wherever it stands in a body', async () => {
    const phrase = Array.from({ length: 27 }, (_, n) => `nghiêng${String(n)}`).join(' ');
    // Bodies are kept in pieces of 4,000 characters: the phrase lies over the end of the first.
    const body = `${'khác '.repeat(756)}${phrase} ${'khác '.repeat(100)}`;
    const writer = openWriter();
    await writer.rebuild(streamOf([searchDocument({ identifier: 'hl-long', title: 'Dài', body })]));
    const { reader } = openReader();
    expect((await reader.search(searchQuery({ q: `"${phrase}"` }))).total).toBe(1);
    expect((await reader.search(searchQuery({ q: `"${phrase} thêm"` }))).total).toBe(0);
  });

  it('pages beyond the documents that it weighs, tier after tier', async () => {
    const writer = openWriter();
    const where = (at: number) =>
      [{ title: 'Mưa lũ' }, { title: 'Lũ sau mưa' }, { title: 'Bão', body: 'mưa lũ' }][at % 3] ??
      {};
    const documents = Array.from({ length: 700 }, (_, at) =>
      searchDocument({
        identifier: `hl-${String(at)}`,
        title: '',
        publishedAt: `2026-01-01T00:00:${String(at % 7).padStart(2, '0')}Z`,
        ...where(at),
      }),
    );
    await writer.rebuild(streamOf(documents));
    const { reader } = openReader();
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const answer = await reader.search(searchQuery({ q: 'mưa lũ', limit: 90, cursor }));
      expect(answer.total).toBe(700);
      seen.push(...answer.hits.map(({ identifier }) => identifier));
      cursor = answer.next ?? undefined;
      // What is written between two pages moves nothing else.
      await writer.upsert([searchDocument({ identifier: 'hl-new', title: 'Không liên quan' })]);
    }
    expect(new Set(seen).size).toBe(700);
    const kinds = seen.map((identifier) => Number(identifier.slice(3)) % 3);
    expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
    expect(kinds[0]).toBe(0);
  });

  it('keeps its index when its worker lost the lead in a rebuild', async () => {
    let leads = true;
    const writer = createEmbeddedWriter({ folder, goOn: () => leads });
    closing.push(() => writer.close());
    await writer.rebuild(streamOf([searchDocument({ identifier: 'hl-new', title: 'Mới' })]));
    async function* old() {
      yield searchDocument({ identifier: 'hl-old', title: 'Cũ' });
      leads = false; // after the last document: only the exchange is left
      await Promise.resolve();
    }
    await expect(writer.rebuild(old())).rejects.toThrow('was stopped');
    const { reader } = openReader();
    expect((await reader.search(searchQuery({ q: 'cũ' }))).total).toBe(0);
    expect((await reader.search(searchQuery({ q: 'mới' }))).total).toBe(1);
  });

  describe('a thread', () => {
    it('that takes too long is given up and replaced', async () => {
      const { reader, problems } = openReader({
        threadFile: thread(
          `if (input.q === 'slow') { const end = Date.now() + 3000; while (Date.now() < end); }
           parentPort.postMessage({ id, output: ['done'] });`,
        ),
        timeLimitMs: 200,
      });
      await expect(reader.suggest({ q: 'slow', limit: 1 })).rejects.toMatchObject({
        code: 'search_unavailable',
        isKhoError: true,
      });
      expect(await reader.suggest({ q: 'quick', limit: 1 })).toEqual(['done']);
      expect(problems).toHaveLength(1);
    });

    it('that crashes fails its query alone and is replaced', async () => {
      const { reader, problems } = openReader({
        threadFile: thread(
          `if (input.q === 'crash') throw new Error('crash');
           if (input.q === 'exit') process.exit(3);
           parentPort.postMessage({ id, output: ['done'] });`,
        ),
      });
      const [crash, next] = await Promise.allSettled([
        reader.suggest({ q: 'crash', limit: 1 }),
        reader.suggest({ q: 'quick', limit: 1 }),
      ]);
      expect(crash).toMatchObject({ status: 'rejected', reason: { code: 'search_unavailable' } });
      expect(next).toEqual({ status: 'fulfilled', value: ['done'] });
      await expect(reader.suggest({ q: 'exit', limit: 1 })).rejects.toMatchObject({
        code: 'search_unavailable',
      });
      expect(await reader.suggest({ q: 'quick', limit: 1 })).toEqual(['done']);
      expect(problems).toHaveLength(2);
    });

    it('that is closed answers no more', async () => {
      const { reader } = openReader();
      await reader.close();
      await expect(reader.search(searchQuery())).rejects.toMatchObject({
        code: 'search_unavailable',
      });
      expect(await reader.health()).toMatchObject({ ok: false });
    });
  });
});
