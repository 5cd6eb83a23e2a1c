import i18next, { type i18n as I18n } from 'i18next';
import { resources, type Namespace } from './resources';

export type Lang = 'vi' | 'en';
export const LANGS: readonly Lang[] = ['vi', 'en'];

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];

/** Every `namespace:dotted.key` of the Vietnamese files, which are the source. */
export type Key = { [N in Namespace]: `${N}:${Leaves<(typeof resources)['vi'][N]>}` }[Namespace];

let instance: I18n | undefined;

function i18n(): I18n {
  if (!instance) {
    instance = i18next.createInstance();
    void instance.init({
      lng: 'vi',
      fallbackLng: 'vi',
      ns: Object.keys(resources.vi),
      resources,
      interpolation: { escapeValue: false },
      initAsync: false,
      showSupportNotice: false,
    } as Parameters<I18n['init']>[0]);
  }
  return instance;
}

export function translate(lang: Lang, key: Key, params: Record<string, unknown> = {}): string {
  return i18n().t(key, { lng: lang, ...params });
}

/** For keys made from data (a code); undefined when there is no such text. */
export function translateIfKnown(
  lang: Lang,
  key: string,
  params: Record<string, unknown> = {},
): string | undefined {
  return i18n().exists(key, { lng: lang }) ? i18n().t(key, { lng: lang, ...params }) : undefined;
}
