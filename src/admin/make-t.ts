import { translate, type Key, type Lang } from '../i18n/translate';

type Plain<K extends string> = K extends `${infer Base}_other` ? Base : K;
type AdminLeaf<K> = K extends `admin:${infer Leaf}` ? Plain<Leaf> : never;
/** Keys of admin.json without the namespace; plural forms count as one key. */
export type AdminKey = AdminLeaf<Key>;

export interface T {
  (key: AdminKey, params?: Record<string, unknown>): string;
  lang: Lang;
}

export function makeT(language: string): T {
  const lang: Lang = language === 'en' ? 'en' : 'vi';
  const t = (key: AdminKey, params?: Record<string, unknown>) =>
    translate(lang, `admin:${key}` as Key, params);
  return Object.assign(t, { lang });
}
