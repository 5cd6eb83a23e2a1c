import { translate, type Key } from '../../i18n/translate';
import { resources } from '../../i18n/resources';
import type { T } from '../make-t';
import type { Choice } from '../ui/select-input';

const LISTS = resources.vi.admin.vocabularies;
export type VocabularyName = keyof typeof LISTS;

/**
 * Codes of LRMI, of schema.org's accessibility vocabulary and of BCP 47, which are no records of
 * ours: their labels in the texts are the list.
 */
export function vocabulary(t: T, name: VocabularyName): Choice[] {
  return Object.keys(LISTS[name]).map((code) => ({
    value: code,
    label: translate(t.lang, `admin:vocabularies.${name}.${code}` as Key),
  }));
}
