import { SettingError, type Env } from '../platform/env';

/** Settings whose grammar is known but whose service this version can't use: said before anything starts. */
export function requireSupported({ search }: Env): void {
  if (search.kind !== 'embedded') {
    throw new SettingError(
      'SEARCH_URL',
      'an http address',
      'a file: index in this version',
      'file:./data/search',
    );
  }
}
