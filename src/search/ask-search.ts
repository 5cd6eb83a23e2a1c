import type { SearchSetting } from '../platform/env';
import { ok, out, tried, type Part } from '../platform/health/tried';
import { currentIndex } from './embedded/files';

/** Whether there is an index to search, without a key and without opening it. */
export async function askSearch(setting: SearchSetting): Promise<Part> {
  return await tried(async () => {
    if (setting.kind === 'embedded') {
      const index = currentIndex(setting.folder);
      return 'missing' in index ? out(index.missing) : ok();
    }
    const answer = await fetch(`${setting.url}/health`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok ? ok() : out('not_available');
  });
}
