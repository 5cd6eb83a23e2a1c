import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setClock } from '../../src/platform/clock';
import { createSearchUpkeep } from '../../src/processes/search-upkeep';
import { createMeilisearchReader } from '../../src/search/meilisearch/reader';
import { requireServer } from '../../src/search/meilisearch/require-version';
import { createMeilisearchWriter } from '../../src/search/meilisearch/writer';
import { FACET_FIELDS, type SearchWriter } from '../../src/search/port';
import { searchDocument, searchQuery, streamOf } from './documents';
import {
  foundNothing,
  startRecordingServer,
  statistics,
  task,
  type RecordingServer,
} from './recording-server';

let server: RecordingServer;
beforeEach(async () => {
  server = await startRecordingServer();
});
afterEach(async () => {
  await server.close();
  expect(server.faults).toEqual([]);
});

const openReader = (timeLimitMs?: number) => {
  const problems: unknown[] = [];
  const reader = createMeilisearchReader({
    url: server.url,
    key: 'search-only',
    prefix: 'thu',
    timeLimitMs,
    onProblem: (error) => problems.push(error),
  });
  return { reader, problems };
};
const openWriter = (goOn?: () => boolean) => {
  const problems: Error[] = [];
  const writer = createMeilisearchWriter({
    url: server.url,
    key: 'master',
    prefix: 'thu',
    goOn,
    onProblem: (error) => problems.push(error),
  });
  return { writer, problems };
};
const one = searchDocument({ identifier: 'hl-one', title: 'Một', body: 'Bài học đầu tiên.' });
const added = (part: string) =>
  server.sent.filter(
    ({ path, body }) => path.includes(part) && path.endsWith('/documents') && body,
  );
const finds = (path: string) => path.endsWith('search');

describe('every request is one that Meilisearch describes', () => {
  it('of the reading side, with the key that may only search', async () => {
    const counted = { hits: [], query: '', processingTimeMs: 0, limit: 0, offset: 0 };
    const { reader } = openReader();
    const queries = ['', 'nam', 'năm', 'an toàn', 'GDTX', '"sốt xuất huyết" nông', 'zzzzqqq'];
    for (const found of [0, 7]) {
      server.answers = ({ path, body }) => {
        const { federation, queries: asked } = body as { federation?: object; queries?: { indexUid: string }[] }; // prettier-ignore
        if (path !== '/multi-search' || federation || !asked) return undefined;
        const results = asked.map(({ indexUid }) => ({ ...counted, estimatedTotalHits: found, indexUid })); // prettier-ignore
        return { status: 200, body: { results } };
      };
      for (const q of [...queries, 'tài liệu nào nói về bệnh sốt xuất huyết ở nông thôn']) {
        for (const sort of ['relevance', 'newest', 'oldest', 'title'] as const) {
          const filters = { subject: ['a"b\\'], level: ['thcs'] };
          const updatedSince = '2026-01-01T00:00:00Z';
          const facets = [...FACET_FIELDS];
          await reader.search(searchQuery({ q, sort, filters, updatedSince, facets }));
        }
        if (found === 0) await reader.suggest({ q, limit: 5 });
      }
    }
    await reader.health();
    expect(new Set(server.sent.map(({ key }) => key))).toEqual(new Set(['Bearer search-only']));
    expect(server.sent.every(({ path }) => finds(path))).toBe(true);
    // Small compressed answers over a kept connection wait for nothing.
    expect(new Set(server.sent.map(({ encoding }) => encoding))).toEqual(new Set(['identity']));
  });

  it('of the writing side, with the key that may write', async () => {
    const { writer } = openWriter();
    await writer.needsRebuild();
    await writer.upsert([one]);
    await writer.remove(['hl-one', 'hl-"two']);
    server.answers = ({ path }) =>
      path.endsWith('-next/stats') ? { status: 200, body: statistics(1) } : undefined;
    expect(await writer.rebuild(streamOf([one]))).toEqual({ documents: 1 });
    expect(await writer.reconcile?.(streamOf([one]))).toEqual({ written: 1, removed: 0 });
    expect(new Set(server.sent.map(({ key }) => key))).toEqual(new Set(['Bearer master']));
    expect(server.sent.some(({ path }) => path === '/swap-indexes')).toBe(true);
    await writer.close();
  });
});

describe('a Meilisearch that fails', () => {
  it('is search_unavailable to readers, whatever it says', async () => {
    const { reader, problems } = openReader(300);
    const refused = { code: 'search_unavailable', isKhoError: true };
    for (const body of [{ message: 'no', code: 'internal', type: 'internal', link: '' }, null]) {
      server.answers = () => ({ status: 500, body });
      await expect(reader.search(searchQuery({ q: 'một' }))).rejects.toMatchObject(refused);
    }
    server.answers = () => new Promise(() => undefined);
    await expect(reader.suggest({ q: 'một', limit: 1 })).rejects.toMatchObject(refused);
    expect(problems).toHaveLength(3);
    await server.close();
    await expect(reader.search(searchQuery())).rejects.toMatchObject(refused);
    expect(await reader.health()).toEqual({ ok: false, documents: 0, detail: 'unreachable' });
  });

  it('never tells a key in what it reports', async () => {
    const { reader, problems } = openReader();
    server.answers = () => ({ status: 403, body: { message: 'invalid key', code: 'invalid_api_key' } }); // prettier-ignore
    await expect(reader.search(searchQuery())).rejects.toMatchObject({
      code: 'search_unavailable',
    });
    expect(String(problems[0])).toContain('invalid key');
    expect(JSON.stringify(problems[0]) + String(problems[0])).not.toContain('search-only');
  });

  it('without an index answers emptily and says so', async () => {
    const { reader } = openReader();
    server.answers = () => ({ status: 404, body: { message: '', code: 'index_not_found' } });
    expect(await reader.search(searchQuery({ q: 'một', facets: ['type'] }))).toEqual({
      hits: [],
      total: 0,
      totalIsExact: true,
      facets: { type: [] },
      next: null,
    });
    expect(await reader.suggest({ q: 'một', limit: 5 })).toEqual([]);
    expect(await reader.health()).toEqual({ ok: false, documents: 0, detail: 'no_index' });
  });

  it('that refuses the key says so to who looks after it', async () => {
    const { reader } = openReader();
    for (const status of [401, 403]) {
      server.answers = () => ({ status, body: { message: '', code: 'invalid_api_key' } });
      expect(await reader.health()).toEqual({ ok: false, documents: 0, detail: 'key_refused' });
    }
  });

  it('that is older than 1.50 is named before anything is written', async () => {
    const { writer } = openWriter();
    server.answers = ({ path }) =>
      path === '/version'
        ? { status: 200, body: { pkgVersion: '1.49.3', commitSha: '', commitDate: '' } }
        : undefined;
    await expect(writer.needsRebuild()).rejects.toThrow(/Meilisearch 1\.49\.3.*1\.50 or newer/);
    await expect(writer.upsert([one])).rejects.toThrow(/1\.50 or newer/);
    expect(new Set(server.sent.map(({ path }) => path))).toEqual(new Set(['/version']));
  });

  it('is looked at before a start: too old, or with another key, is said in a sentence', async () => {
    const setting = { kind: 'meilisearch', url: server.url, prefix: 'thu', masterKey: 'bi-mat' } as const; // prettier-ignore
    await requireServer(setting);
    server.answers = () => ({ status: 403, body: { message: '', code: 'invalid_api_key' } });
    await expect(requireServer(setting)).rejects.toThrow(/MEILI_MASTER_KEY.*refused/);
    await expect(requireServer(setting)).rejects.not.toThrow(/bi-mat/);
    server.answers = () => ({ status: 503, body: null });
    await requireServer(setting); // one that is out is waited for later
  });

  it('says why a task failed, since the request itself was accepted', async () => {
    const { writer } = openWriter();
    await writer.needsRebuild();
    server.answers = ({ path }) =>
      path.startsWith('/tasks/')
        ? {
            status: 200,
            body: task(1, 'failed', {
              message: 'no space left on device',
              code: 'no_space_left_on_device',
              type: 'system',
              link: '',
            }),
          }
        : undefined;
    await expect(writer.upsert([one])).rejects.toMatchObject({
      code: 'no_space_left_on_device',
      message: expect.stringContaining('no space left') as string,
    });
  });
});

describe('a Meilisearch that lost its indexes', () => {
  it('gets them again, with their settings, by the next attempt of a write', async () => {
    const { writer } = openWriter();
    const settings = () => server.sent.filter(({ path }) => path.endsWith('/settings')).length;
    await writer.upsert([one]);
    await writer.upsert([one]);
    expect(settings()).toBe(2); // of both indexes, once
    server.answers = ({ path }) =>
      path.endsWith('/documents/delete')
        ? { status: 400, body: { message: 'not filterable', code: 'invalid_document_filter' } }
        : undefined;
    await expect(writer.upsert([one])).rejects.toThrow('not filterable');
    server.answers = () => undefined;
    await writer.upsert([one]);
    expect(settings()).toBe(4);
  });
});

describe('documents', () => {
  it('that Meilisearch would refuse with their whole batch are never sent', async () => {
    const { writer, problems } = openWriter();
    const bad = searchDocument({ identifier: 'hl/bad id', title: 'Sai' });
    await expect(writer.upsert([one, bad])).rejects.toThrow(/identifier "hl\/bad id"/);
    const undated = searchDocument({ identifier: 'hl-x', title: 'Sai', publishedAt: 'hôm nay' });
    server.answers = ({ path }) =>
      path.endsWith('-next/stats') ? { status: 200, body: statistics(1) } : undefined;
    expect(await writer.rebuild(streamOf([bad, one, undated]))).toEqual({ documents: 1 });
    expect(problems.map(String)).toEqual([
      expect.stringContaining('hl/bad id'),
      expect.stringContaining('publishedAt "hôm nay"'),
    ]);
    expect(JSON.stringify(added('materials')[0]?.body)).not.toContain('hl/bad');
  });

  it('go in batches', async () => {
    const { writer } = openWriter();
    server.answers = ({ path }) =>
      path.endsWith('-next/stats') ? { status: 200, body: statistics(4_500) } : undefined;
    const many = Array.from({ length: 4_500 }, (_, at) =>
      searchDocument({ identifier: `hl-${String(at)}`, title: `Bài ${String(at)}` }),
    );
    await writer.rebuild(streamOf(many));
    expect(added('materials').map(({ body }) => (body as unknown[]).length)).toEqual(
      [2_000, 2_000, 500], // prettier-ignore
    );
  });
});

describe('a rebuild', () => {
  it('is not used when the new index lacks documents', async () => {
    const { writer } = openWriter();
    server.answers = ({ path }) =>
      path.endsWith('-next/stats') ? { status: 200, body: statistics(1) } : undefined;
    const two = searchDocument({ identifier: 'hl-two', title: 'Hai' });
    await expect(writer.rebuild(streamOf([one, two]))).rejects.toThrow(
      /1 documents of 2: not used/,
    );
    expect(server.sent.some(({ path }) => path === '/swap-indexes')).toBe(false);
  });

  it('of a worker that no longer leads is not used, nor goes a comparison on', async () => {
    let leads = true;
    const { writer } = openWriter(() => leads);
    server.answers = ({ path }) => {
      if (!path.endsWith('-next/stats')) return undefined;
      leads = false; // while the last look before the exchange is answered
      return { status: 200, body: statistics(1) };
    };
    await expect(writer.rebuild(streamOf([one]))).rejects.toThrow('was stopped');
    expect(server.sent.some(({ path }) => path === '/swap-indexes')).toBe(false);
    const before = added('materials').length;
    await expect(writer.reconcile?.(streamOf([one]))).rejects.toThrow('was stopped');
    expect(added('materials')).toHaveLength(before);
  });

  it('leaves nothing of itself behind when it fails', async () => {
    const { writer } = openWriter();
    async function* broken() {
      yield one;
      await Promise.resolve();
      throw new Error('no more documents');
    }
    await expect(writer.rebuild(broken())).rejects.toThrow('no more documents');
    const last = server.sent.filter(({ method }) => method === 'DELETE').slice(-2);
    expect(last.map(({ path }) => path)).toEqual([
      expect.stringMatching(/materials.*-next$/),
      expect.stringMatching(/passages.*-next$/),
    ]);
  });
});

describe('an upgrade, server by server', () => {
  const OURS = 'thu-materials-1-2';
  const EARLIER = ['thu-materials-0-1', 'thu-passages-0-1'];
  afterEach(() => setClock(undefined));

  interface State {
    id: string;
    complete: boolean;
    since?: string;
  }
  /** Both layouts are there; `state` is what is noted of them, as it is written and read. */
  const serve = (state: State[]) => {
    const lists = (hits: unknown[]) => ({ status: 200, body: { ...foundNothing, hits } });
    server.answers = ({ method, path, body }) => {
      if (path === '/indexes' && method === 'GET') {
        const results = [
          OURS,
          'thu-passages-1-2',
          'thu-state',
          ...EARLIER,
          'other-materials-0-1',
        ].map(
          (uid) => ({ uid, primaryKey: null, createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' }), // prettier-ignore
        );
        return { status: 200, body: { results, offset: 0, limit: 100, total: results.length } };
      }
      if (path.endsWith('-next/stats')) return { status: 200, body: statistics(1) };
      if (path === '/indexes/thu-state/search') return lists(state);
      if (path === '/indexes/thu-state/documents')
        for (const record of body as State[])
          state = [...state.filter(({ id }) => id !== record.id), record];
      return undefined;
    };
    return { noted: () => state };
  };
  const deleted = () =>
    server.sent
      .filter(({ method, path }) => method === 'DELETE' && path.startsWith('/indexes/'))
      .map(({ path }) => path.slice('/indexes/'.length))
      .filter((uid) => !uid.endsWith('-next'));

  it('leaves the index of the version before to the servers that still read it, for a day', async () => {
    const { noted } = serve([{ id: 'thu-materials-0-1', complete: true }]);
    const { writer } = openWriter();
    expect(await writer.needsRebuild()).toBe(true);
    await writer.rebuild(streamOf([one]));
    await writer.reconcile?.(streamOf([one]));
    setClock(new Date(Date.now() + 23 * 3_600_000));
    await writer.reconcile?.(streamOf([one]));
    expect(deleted()).toEqual([]);
    // Of a worker of the version before: it builds its index again, should it come back.
    expect(noted()).toContainEqual({ id: 'thu-materials-0-1', complete: false });
    setClock(new Date(Date.now() + 25 * 3_600_000));
    await writer.reconcile?.(streamOf([one]));
    expect(deleted()).toEqual(EARLIER);
  });

  it('says that search is unavailable while only the index of another version is there', async () => {
    serve([{ id: 'thu-materials-0-1', complete: true }]);
    const { reader, problems } = openReader();
    const refused = { code: 'search_unavailable', isKhoError: true };
    await expect(reader.search(searchQuery({ q: 'một' }))).rejects.toMatchObject(refused);
    await expect(reader.suggest({ q: 'một', limit: 1 })).rejects.toMatchObject(refused);
    expect(await reader.health()).toEqual({ ok: false, documents: 0, detail: 'no_index' });
    expect(problems.map(String)).toEqual(Array(2).fill(expect.stringContaining(OURS)));
  });

  it('says so too when its own index is taken away, and goes on by itself when it is back', async () => {
    const { noted } = serve([{ id: OURS, complete: true }]);
    const { reader } = openReader();
    expect((await reader.search(searchQuery())).total).toBe(0);
    const there = server.answers;
    server.answers = () => ({ status: 404, body: { message: '', code: 'index_not_found' } });
    for (const _ of [1, 2])
      await expect(reader.search(searchQuery())).rejects.toMatchObject({
        code: 'search_unavailable',
      });
    server.answers = there;
    expect((await reader.search(searchQuery())).total).toBe(0);
    expect(noted()).toHaveLength(1);
  });
});

describe('the worker', () => {
  const upkeepOf = (writer: SearchWriter) => {
    const said: string[] = [];
    const say = (_: unknown, words?: string) => said.push(words ?? '');
    const documents = () => streamOf([one]);
    const upkeep = createSearchUpkeep({ writer, documents, logger: { info: say, warn: say } });
    return { upkeep, said };
  };
  afterEach(() => {
    setClock(undefined);
    vi.useRealTimers();
  });

  it('fills the index as soon as its service answers, and goes on meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { upkeep, said } = upkeepOf(openWriter().writer);
    server.answers = () => ({ status: 503, body: null });
    await upkeep.look();
    expect(said).toEqual(['the search index could not be kept']);
    server.answers = ({ path }) =>
      path.endsWith('-next/stats') ? { status: 200, body: statistics(1) } : undefined;
    await upkeep.look();
    expect(said).toHaveLength(1); // not every moment
    vi.setSystemTime(Date.now() + 61_000);
    await upkeep.look();
    expect(said.at(-1)).toBe('search index built');
  });

  it('compares a whole index with all documents once a night', async () => {
    server.answers = ({ path }) =>
      path.endsWith('-state/search')
        ? { status: 200, body: { ...foundNothing, hits: [{ id: 'thu-materials-1-2', complete: true }] } } // prettier-ignore
        : undefined;
    const { upkeep, said } = upkeepOf(openWriter().writer);
    await upkeep.look();
    const looks = async (moment: string) => {
      setClock(new Date(moment));
      await upkeep.look();
      return said.length;
    };
    expect(await looks('2031-01-01T12:00:00+07:00')).toBe(0);
    expect(await looks('2031-01-02T02:00:00+07:00')).toBe(1);
    expect(await looks('2031-01-02T03:00:00+07:00')).toBe(1);
    expect(await looks('2031-01-03T02:00:00+07:00')).toBe(2);
  });
});
