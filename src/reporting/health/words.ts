import { translateIfKnown, type Lang } from '../../i18n/translate';
import type { Finding } from './finding';

/** A finding in the words of a person. */
export function wordsOf(lang: Lang, { part, detail, remedy }: Finding) {
  const say = (key: string, params = {}) => translateIfKnown(lang, `health:${key}`, params) ?? key;
  const number = new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB');
  const params = Object.fromEntries(
    Object.entries(detail.params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'number' ? number.format(value) : value,
    ]),
  );
  return {
    label: say(`part.${part}`),
    detail: say(`detail.${detail.code}`, params),
    remedy: remedy === null ? null : say(`remedy.${remedy}`),
  };
}
