import type { LocalisedText } from './types';

export const isFilled = (value: string | null | undefined): value is string => !!value?.trim();

/** Vietnamese is the language that must be there; a plain string is Vietnamese. */
export const vietnamese = (value: LocalisedText | null | undefined): string =>
  (typeof value === 'string' ? value : value?.vi)?.trim() ?? '';
