import type { Lang } from '../../i18n/translate';

/** One edited field: what stands now, and what stood when the person began to change it. */
export interface Edit {
  value: unknown;
  base: unknown;
}

/** `{ vi, en }`: a text of one or both languages, as the workbench gives it. */
function isLocalised(value: unknown): value is Record<Lang, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key === 'vi' || key === 'en');
}

function hasLanguages(value: unknown): boolean {
  if (isLocalised(value)) return true;
  if (Array.isArray(value)) return value.some(hasLanguages);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasLanguages);
  return false;
}

function inLanguage(value: unknown, lang: Lang): unknown {
  if (isLocalised(value)) return value[lang] ?? null;
  if (Array.isArray(value)) return value.map((one) => inLanguage(one, lang));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, inLanguage(inner, lang)]),
    );
  }
  return value;
}

export const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * The body of `PATCH …?locale=lang`: Payload takes one language at a time. What has no language goes
 * with Vietnamese. Undefined when this language has nothing to say.
 */
export function localePatch(
  edits: Record<string, Edit>,
  lang: Lang,
): Record<string, unknown> | undefined {
  const patch: Record<string, unknown> = {};
  for (const [field, { value, base }] of Object.entries(edits)) {
    const languages = hasLanguages(value) || hasLanguages(base);
    if (!languages && lang === 'en') continue;
    const now = inLanguage(value, lang);
    if (languages && same(now, inLanguage(base, lang))) continue;
    patch[field] = now ?? null;
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}
