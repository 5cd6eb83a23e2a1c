import { translateIfKnown } from '../i18n/translate';
import type { T } from './make-t';

/** The words of a key that is put together at run time, of any namespace; the key itself for none. */
export const say = (t: T, key: string): string => translateIfKnown(t.lang, key) ?? key;
