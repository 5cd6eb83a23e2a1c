import type { SearchSetting } from '../platform/env';
import { ok, out, tried, type Part } from '../platform/health/tried';
import { lookAtIndex } from './embedded/look';
import { createMeilisearchReader } from './meilisearch/reader';

/** What search answers; how many documents it has where it has any index. */
export interface SearchPart extends Part {
  documents?: number;
}

/**
 * Whether there is an index that can be searched, asked as a reader asks, with the key that this
 * process has. `detail`: `no_index`, `other_folding`, `key_refused`, `index_partial`, or no answer.
 */
export async function askSearch(setting: SearchSetting): Promise<SearchPart> {
  return await tried(async () => {
    const { ok: works, documents, detail = 'no_index' } = await healthOf(setting);
    if (!works) return out(detail);
    const whole = detail !== 'index_partial';
    return { ...ok(), documents, ...(whole ? {} : { detail }) };
  });
}

async function healthOf(setting: SearchSetting) {
  if (setting.kind === 'embedded') return await lookAtIndex(setting.folder);
  const { url, prefix, searchKey, masterKey } = setting;
  const reader = createMeilisearchReader({ url, prefix, key: searchKey ?? masterKey ?? '' });
  return await reader.health();
}
