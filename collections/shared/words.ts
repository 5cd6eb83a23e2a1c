import { translate, type Key } from '../../src/i18n/translate';

type CollectionKey = Extract<Key, `collections:${string}`>;

/** A label of the admin UI in both languages, from the one source. */
export function words(key: CollectionKey): { vi: string; en: string } {
  return { vi: translate('vi', key), en: translate('en', key) };
}

/** Options of a select from a code list whose labels stand under `<prefix>.<code>`. */
export function options<const C extends readonly string[]>(
  codes: C,
  label: (code: C[number]) => Key,
): { value: string; label: { vi: string; en: string } }[] {
  return codes.map((value) => {
    const key = label(value as C[number]);
    return { value, label: { vi: translate('vi', key), en: translate('en', key) } };
  });
}
