import { translateIfKnown } from '../../i18n/translate';
import type { T } from '../make-t';

/** The words of a field by its name; the name itself where there are none. */
export function fieldLabel(t: T, field: string): string {
  return translateIfKnown(t.lang, `admin:fields.${field}`) ?? field;
}
