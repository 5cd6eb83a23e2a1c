import { SettingError, type SearchSetting } from '../platform/env';
import { createEmbeddedReader } from './embedded/reader';
import { createEmbeddedWriter } from './embedded/writer';
import type { SearchReader, SearchWriter } from './port';

/** The reading side that the setting names. Throws SettingError. */
export function createSearchReader(input: {
  setting: SearchSetting;
  /** The bundled search thread, for the embedded engine. */
  threadFile: URL;
  threads?: number;
  onProblem?: (error: unknown) => void;
}): SearchReader {
  const { setting, ...options } = input;
  if (setting.kind === 'meilisearch') throw notSupported(setting.url);
  return createEmbeddedReader({ folder: setting.folder, ...options });
}

/** The writing side that the setting names; blocks its thread, so for the worker's. Throws SettingError. */
export function createSearchWriter(input: { setting: SearchSetting }): SearchWriter {
  const { setting } = input;
  if (setting.kind === 'meilisearch') throw notSupported(setting.url);
  return createEmbeddedWriter({ folder: setting.folder });
}

function notSupported(found: string): SettingError {
  return new SettingError(
    'SEARCH_URL',
    found.replace(/\/\/[^@/]*@/, '//***@'),
    'file: (this version supports the embedded search only)',
    'file:./data/search',
  );
}
