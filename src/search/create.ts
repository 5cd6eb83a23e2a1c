import { SettingError, type MeilisearchSetting, type SearchSetting } from '../platform/env';
import { createEmbeddedReader } from './embedded/reader';
import { createEmbeddedWriter } from './embedded/writer';
import { createMeilisearchReader } from './meilisearch/reader';
import { createMeilisearchWriter } from './meilisearch/writer';
import type { SearchReader, SearchWriter } from './port';
import type { GoOn } from './while-allowed';

/** The reading side that the setting names. Throws SettingError. */
export function createSearchReader(input: {
  setting: SearchSetting;
  /** The bundled search thread, for the embedded engine. */
  threadFile: URL;
  threads?: number;
  onProblem?: (error: unknown) => void;
}): SearchReader {
  const { setting, ...options } = input;
  if (setting.kind === 'embedded')
    return createEmbeddedReader({ folder: setting.folder, ...options });
  const { url, prefix } = setting;
  const key = searchKeyOf(setting);
  return createMeilisearchReader({ url, prefix, key, onProblem: input.onProblem });
}

/** The writing side that the setting names; may block its thread, so for the worker's. Throws SettingError. */
export function createSearchWriter(input: {
  setting: SearchSetting;
  onProblem?: (error: unknown) => void;
  /** Asked before a whole index is replaced or compared further; by default always. */
  goOn?: GoOn;
}): SearchWriter {
  const { setting, onProblem, goOn } = input;
  if (setting.kind === 'embedded') return createEmbeddedWriter({ folder: setting.folder, goOn });
  const { url, prefix } = setting;
  const key = masterKeyOf(setting);
  return createMeilisearchWriter({ url, prefix, key, onProblem, goOn });
}

/** Whether the setting has the keys of what this process does. Throws SettingError. */
export function requireSearchKeys(
  setting: SearchSetting,
  { reads, writes }: { reads: boolean; writes: boolean },
): void {
  if (setting.kind === 'embedded') return;
  if (reads) searchKeyOf(setting);
  if (writes) masterKeyOf(setting);
}

const searchKeyOf = ({ searchKey }: MeilisearchSetting): string =>
  requireKey('MEILI_SEARCH_KEY', searchKey, 'may search its indexes and nothing else');
const masterKeyOf = ({ masterKey }: MeilisearchSetting): string =>
  requireKey('MEILI_MASTER_KEY', masterKey, 'may write its indexes');

function requireKey(name: string, key: string | undefined, may: string): string {
  if (key) return key;
  throw new SettingError(name, key, `a key of the Meilisearch at SEARCH_URL that ${may}`, 'a3f9…');
}
