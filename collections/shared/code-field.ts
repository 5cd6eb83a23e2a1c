import type { CollectionSlug, TextField, Validate } from 'payload';
import { text } from 'payload/shared';
import { translate } from '../../src/i18n/translate';
import { words } from './words';

interface Siblings {
  data: Record<string, unknown>;
  operation?: string;
  req: Parameters<typeof text>[1]['req'];
}

/** Letters without marks, digits, dots and hyphens: a code stands in addresses and never changes. */
const CODE = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,58}[A-Za-z0-9])?$/;

/**
 * The code of a list entry, unique together with `within`. Checked when the entry is made, while the
 * person is still in the form: afterwards it is fixed.
 */
export function codeField(collection: CollectionSlug, within: string[] = []): TextField {
  const validate: Validate<string, Record<string, unknown>, unknown, TextField> = async (
    value,
    options,
  ) => {
    const base = await text(value, options as never);
    const { data, operation, req } = options as unknown as Siblings;
    if (base !== true || operation !== 'create' || typeof value !== 'string') return base;
    const lang = req.i18n.language === 'en' ? 'en' : 'vi';
    if (!CODE.test(value)) return translate(lang, 'collections:codeForm');
    const same = [
      { code: { equals: value } },
      ...within.map((name) => ({ [name]: { equals: data[name] } })),
    ];
    const { totalDocs } = await req.payload.count({ collection, where: { and: same }, req });
    return totalDocs === 0 || translate(lang, 'collections:codeTaken');
  };
  return {
    name: 'code',
    type: 'text',
    required: true,
    ...(within.length > 0 ? { index: true } : { unique: true }),
    label: words('collections:fields.code'),
    admin: { description: words('collections:codeForm') },
    validate: validate as never,
  };
}
