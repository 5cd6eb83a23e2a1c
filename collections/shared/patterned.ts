import type { TextField } from 'payload';
import { text } from 'payload/shared';
import { translate, type Key } from '../../src/i18n/translate';

/**
 * Text of a fixed form, because other programs read it: each value (of one or of many) fits `form`,
 * or `wrong` says what is meant.
 */
export function patterned(form: RegExp, wrong: Extract<Key, `collections:${string}`>) {
  return (async (value: unknown, options: never) => {
    const base = await text(value as never, options);
    if (base !== true || value === null || value === undefined || value === '') return base;
    const { req } = options as { req: { i18n: { language: string } } };
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    const fits = values.every((one) => typeof one === 'string' && form.test(one));
    return fits || translate(req.i18n.language === 'en' ? 'en' : 'vi', wrong);
  }) as unknown as TextField['validate'];
}

/** BCP 47, as far as materials of a city need it: `vi`, `en`, `zh-Hant`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;
/** ISO 8601 § 5.5.2 in days, hours, minutes and seconds; never empty. */
export const DURATION =
  /^P(?=\d|T\d)(?:\d{1,4}D)?(?:T(?=\d)(?:\d{1,4}H)?(?:\d{1,4}M)?(?:\d{1,5}S)?)?$/;
