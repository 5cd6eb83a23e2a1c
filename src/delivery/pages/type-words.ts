import type { Lang } from '../../i18n/translate';
import type { OpenApiSchema } from '../openapi';
import { markup, type Markup } from './markup';
import { words } from './layout';

/** A JSON Schema in a few words: `string`, `danh sách Coded`, `integer hoặc null`. */
export function typeWords(schema: OpenApiSchema, lang: Lang): Markup {
  const t = words(lang);
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return markup`<a href="#schema-${name}">${name}</a>`;
  }
  const variants = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (variants) {
    const real = variants.filter(({ type }) => type !== 'null');
    const parts = real.map((variant, at) => markup`${at > 0 && ' | '}${typeWords(variant, lang)}`);
    return markup`${parts}${real.length < variants.length && ` ${t('delivery:docs.orNull')}`}`;
  }
  const types = [schema.type ?? []].flat();
  const nullable = types.includes('null') ? ` ${t('delivery:docs.orNull')}` : '';
  if (schema.items) {
    return markup`${t('delivery:docs.listOf')} ${typeWords(schema.items, lang)}${nullable}`;
  }
  if (schema.enum) {
    const values = schema.enum.filter((value) => value !== null).map(String);
    return markup`<span class="code">${values.join(' | ')}</span>${nullable}`;
  }
  if (schema.const !== undefined) return markup`<span class="code">${String(schema.const)}</span>`;
  if (typeof schema.additionalProperties === 'object') {
    return markup`object: ${typeWords(schema.additionalProperties, lang)}`;
  }
  const own = types.filter((type) => type !== 'null').join(' | ') || 'object';
  return markup`${own}${schema.format && ` (${schema.format})`}${nullable}`;
}
