import type { Lang } from '../../i18n/translate';
import type { Coded, Localized, LocalizedList } from '../../publishing/read/snapshot';

export interface CodedAnswer {
  code: string;
  label: string;
}

/**
 * Chooses the language of every value. What is missing in English is given in Vietnamese and its
 * field noted in `fallbacks`, so that a portal can say so.
 */
export function createLocaliser(lang: Lang) {
  const missing = new Set<string>();
  function pick<T>(field: string, value: { vi: T; en?: T }): T {
    if (lang === 'vi') return value.vi;
    if (value.en === undefined) missing.add(field);
    return value.en ?? value.vi;
  }
  const coded = (field: string, { code, label }: Coded): CodedAnswer => ({
    code,
    label: pick(field, label),
  });
  return {
    text: (field: string, value: Localized | null): string | null =>
      value === null ? null : pick(field, value),
    list: (field: string, value: LocalizedList): string[] =>
      value.vi.length === 0 ? (value.en ?? []) : pick(field, value),
    must: (field: string, value: Localized): string => pick(field, value),
    coded,
    codedList: (field: string, values: Coded[]): CodedAnswer[] =>
      values.map((value) => coded(field, value)),
    fallbacks: (): string[] => [...missing],
  };
}
