import { describe, expect, it } from 'vitest';
import { loadEnv } from '../platform/env';
import { createSearchReader, createSearchWriter, requireSearchKeys } from './create';

const threadFile = new URL('file:///none');
const meilisearch = (more: Record<string, string> = {}) =>
  loadEnv({ SEARCH_URL: 'http://meili:7700/?prefix=thu', ...more }).search;

describe('choosing the search engine', () => {
  it('takes Meilisearch by its address, with a prefix for the names of indexes', () => {
    const keys = { MEILI_MASTER_KEY: 'write', MEILI_SEARCH_KEY: 'read' };
    expect(meilisearch(keys)).toEqual({
      kind: 'meilisearch',
      url: 'http://meili:7700',
      prefix: 'thu',
      masterKey: 'write',
      searchKey: 'read',
    });
    expect(loadEnv({ SEARCH_URL: 'https://meili' }).search).toMatchObject({ prefix: 'kho' });
  });

  it('refuses an address with a password, without repeating it', () => {
    const load = () => loadEnv({ SEARCH_URL: 'http://user:secret@meili:7700' });
    expect(load).toThrow(/SEARCH_URL.*\*\*\*@meili/);
    expect(load).not.toThrow(/secret/);
    expect(() => loadEnv({ SEARCH_URL: 'http://meili?prefix=a/b' })).toThrow(/SEARCH_URL/);
  });

  it('gives each side its own key, and names the one that is missing', () => {
    const readerOnly = meilisearch({ MEILI_SEARCH_KEY: 'read' });
    expect(() => createSearchReader({ setting: readerOnly, threadFile })).not.toThrow();
    expect(() => createSearchWriter({ setting: readerOnly })).toThrow(/MEILI_MASTER_KEY/);
    const writerOnly = meilisearch({ MEILI_MASTER_KEY: 'write' });
    expect(() => createSearchWriter({ setting: writerOnly })).not.toThrow();
    expect(() => createSearchReader({ setting: writerOnly, threadFile })).toThrow(
      /MEILI_SEARCH_KEY/,
    );
  });

  it('asks a process for the keys of what it does alone', () => {
    const none = meilisearch();
    expect(() => { requireSearchKeys(none, { reads: false, writes: false }); }).not.toThrow(); // prettier-ignore
    expect(() => { requireSearchKeys(none, { reads: true, writes: false }); }).toThrow(/MEILI_SEARCH_KEY/); // prettier-ignore
    expect(() => { requireSearchKeys(none, { reads: false, writes: true }); }).toThrow(/MEILI_MASTER_KEY/); // prettier-ignore
    requireSearchKeys(loadEnv({}).search, { reads: true, writes: true });
  });
});
