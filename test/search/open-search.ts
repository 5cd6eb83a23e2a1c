import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { searchSetting } from '../../src/platform/env';
import { createSearchReader, createSearchWriter } from '../../src/search/create';
import { connect } from '../../src/search/meilisearch/connection';
import { deleteIndex } from '../../src/search/meilisearch/indexes';
import { indexNames, nextOf } from '../../src/search/meilisearch/names';
import type { SearchReader, SearchWriter } from '../../src/search/port';
import { sayWhatItRanOn } from '../helpers/ran-on';
import { searchThreadFile } from './search-thread';

export interface TestSearch {
  kind: 'embedded' | 'meilisearch';
  writer: SearchWriter;
  reader: SearchReader;
  close(): Promise<void>;
}

/** A search of this test file alone: a folder, or indexes of its own on the Meilisearch given. */
export async function openTestSearch(): Promise<TestSearch> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-search-'));
  const setting = await testSearchSetting(folder);
  const writer = createSearchWriter({ setting });
  const reader = createSearchReader({ setting, threadFile: await searchThreadFile(), threads: 2 });
  sayWhatItRanOn({ search: setting.kind });
  return {
    kind: setting.kind,
    writer,
    reader,
    close: async () => {
      await reader.close();
      await writer.close();
      if (setting.kind === 'meilisearch') await deleteIndexes(setting);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function testSearchSetting(folder: string) {
  const given = process.env.TEST_SEARCH_URL;
  if (!given) return searchSetting({ SEARCH_URL: `file:${folder}` }, folder);
  const url = new URL(given);
  url.searchParams.set('prefix', `test-${randomUUID()}`);
  const masterKey = process.env.MEILI_MASTER_KEY ?? '';
  return searchSetting(
    {
      SEARCH_URL: url.href,
      MEILI_MASTER_KEY: masterKey,
      MEILI_SEARCH_KEY: process.env.MEILI_SEARCH_KEY ?? (await searchKey(url.origin, masterKey)),
    },
    folder,
  );
}

/** The key that every Meilisearch makes for searching, and for nothing else. */
async function searchKey(url: string, masterKey: string): Promise<string> {
  const connection = connect({ url, key: masterKey, timeLimitMs: 10_000 });
  const { results } = await connection.call<{ results: { key: string; actions: string[] }[] }>({
    method: 'GET',
    path: '/keys',
  });
  const found = results.find(({ actions }) => actions.join() === 'search');
  if (!found) throw new Error('The Meilisearch of TEST_SEARCH_URL has no search-only key.');
  return found.key;
}

async function deleteIndexes(setting: {
  url: string;
  prefix: string;
  masterKey?: string | undefined;
}) {
  const { url, prefix, masterKey = '' } = setting;
  const connection = connect({ url, key: masterKey, timeLimitMs: 10_000 });
  const { materials, passages, state } = indexNames(prefix);
  for (const uid of [materials, passages, state, nextOf(materials), nextOf(passages)]) {
    await deleteIndex(connection, uid);
  }
}
