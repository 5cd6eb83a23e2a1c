import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeilisearchSetting } from '../../src/platform/env';
import { askSearch } from '../../src/search/ask-search';
import { foundNothing, startRecordingServer, type RecordingServer } from './recording-server';

let server: RecordingServer;
beforeEach(async () => {
  server = await startRecordingServer();
});
afterEach(async () => {
  await server.close();
  expect(server.faults).toEqual([]);
});

const ask = (keys: Pick<MeilisearchSetting, 'searchKey' | 'masterKey'>) =>
  askSearch({ kind: 'meilisearch', url: server.url, prefix: 'thu', ...keys });
const both = { searchKey: 'may-search', masterKey: 'may-write' };

describe('the health of a Meilisearch', () => {
  it('is asked with the key that searches, or where there is none with the one that writes', async () => {
    await ask(both);
    expect(server.sent.map(({ key }) => key)).not.toContain('Bearer may-write');
    server.sent.length = 0;
    await ask({ masterKey: 'may-write' });
    expect(new Set(server.sent.map(({ key }) => key))).toEqual(new Set(['Bearer may-write']));
  });

  it('says how many documents the index has, and whether it was filled as a whole', async () => {
    const hits = [{ id: 'thu-materials-1-2', complete: true }];
    const partial = (path: string) => (path.includes('-state/') ? [] : undefined);
    server.answers = ({ path }) => {
      const body = { ...foundNothing, estimatedTotalHits: 7, hits: partial(path) ?? hits };
      return path.endsWith('/search') ? { status: 200, body } : undefined;
    };
    expect(await ask(both)).toEqual({ status: 'ok', detail: 'index_partial', documents: 7 });
    server.answers = ({ path }) => {
      const body = { ...foundNothing, estimatedTotalHits: 7, hits };
      return path.endsWith('/search') ? { status: 200, body } : undefined;
    };
    expect(await ask(both)).toEqual({ status: 'ok', detail: null, documents: 7 });
  });

  it('says that the index is missing or the key refused, though the server lives', async () => {
    server.answers = () => ({ status: 404, body: { message: '', code: 'index_not_found' } });
    expect(await ask(both)).toEqual({ status: 'out', detail: 'no_index' });
    server.answers = () => ({ status: 403, body: { message: '', code: 'invalid_api_key' } });
    expect(await ask(both)).toEqual({ status: 'out', detail: 'key_refused' });
    await server.close();
    expect(await ask(both)).toEqual({ status: 'out', detail: 'unreachable' });
  });
});
