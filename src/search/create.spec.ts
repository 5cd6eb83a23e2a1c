import { describe, expect, it } from 'vitest';
import { createSearchReader, createSearchWriter } from './create';

describe('choosing the search engine', () => {
  const setting = { kind: 'meilisearch', url: 'http://user:secret@meili:7700' } as const;

  it('names the setting that this version does not support, without its password', () => {
    const read = () => createSearchReader({ setting, threadFile: new URL('file:///none') });
    expect(read).toThrow(/SEARCH_URL.*\*\*\*@meili.*embedded search only/);
    expect(() => createSearchWriter({ setting })).toThrow(/SEARCH_URL/);
    expect(read).not.toThrow(/secret/);
  });
});
