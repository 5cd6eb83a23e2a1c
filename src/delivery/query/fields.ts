import { z } from '@hono/zod-openapi';
import { FACET_FIELDS, type FacetField } from '../../search/port';

/** Text of a query: no NUL, not endless, NFC as everything stored. */
const plain = (longest: number) =>
  z
    .string()
    .max(longest)

    .transform((value) => value.replace(/\u0000/g, '').normalize('NFC'));

/** A parameter given once with commas, several times, or both. */
function several<T extends string>(allowed?: readonly T[]) {
  const one = allowed ? z.enum(allowed as [T, ...T[]]) : z.string().min(1).max(120);
  return z
    .union([z.string(), z.array(z.string())])
    .transform((value) => [
      ...new Set(
        [value]
          .flat()
          .flatMap((part) => part.split(','))
          .map((part) => part.normalize('NFC').trim())
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(one as z.ZodType<T, string>).max(50))
    .optional();
}

const list = (name: string, values?: readonly string[]) => ({
  type: 'array' as const,
  items: { type: 'string' as const, ...(values ? { enum: [...values] } : {}) },
  param: {
    name,
    in: 'query' as const,
    description: `delivery:api.params.${name}`,
    style: 'form' as const,
    explode: true,
  },
});

const single = (name: string) => ({
  param: { name, in: 'query' as const, description: `delivery:api.params.${name}` },
});

export const lang = z.enum(['vi', 'en']).default('vi').openapi(single('lang'));

export const limit = (most: number, usual: number) =>
  z
    .string()
    .default(String(usual))
    .transform((value, context) => {
      const number = /^\d{1,6}$/.test(value) ? Number(value) : 0;
      if (number >= 1 && number <= most) return number;
      context.addIssue({ code: 'custom', params: { most } });
      return z.NEVER;
    })
    .openapi({ ...single('limit'), type: 'integer', minimum: 1, maximum: most, default: usual });

export const cursor = z.string().max(2_000).optional().openapi(single('cursor'));
export const since = z.string().max(200).optional().openapi(single('since'));
export const q = plain(300)
  .default('')
  .openapi({ ...single('q'), type: 'string', maxLength: 300 });

export const oneOf = <T extends string>(name: string, values: readonly [T, ...T[]], usual: T) =>
  z.enum(values).default(usual).openapi(single(name));

/** A day or a moment; the moment it begins, in UTC. A day is one of Hanoi. */
export const updatedSince = z
  .string()
  .max(40)
  // An unescaped plus of a time zone arrives as a space.
  .transform((value) => value.replace(' ', '+'))
  .pipe(z.union([z.iso.date(), z.iso.datetime({ offset: true })]))
  .transform((value) => new Date(value.length === 10 ? `${value}T00:00:00+07:00` : value))
  .refine((moment) => !Number.isNaN(moment.getTime()))
  .transform((moment) => moment.toISOString())
  .optional()
  .openapi({ ...single('updatedSince'), type: 'string', example: '2026-04-01' });

/** The filters of lists and search: any code within a field, all fields together. */
export const filters = {
  subject: several().openapi(list('subject')),
  level: several().openapi(list('level')),
  audience: several().openapi(list('audience')),
  type: several().openapi(list('type')),
  department: several().openapi(list('department')),
  licence: several().openapi(list('licence')),
  language: several().openapi(list('language')),
  feature: several().openapi(list('feature')),
} satisfies Record<FacetField, z.ZodType>;

export const facets = several(FACET_FIELDS).openapi(list('facets', FACET_FIELDS));

export type Filters = Partial<Record<FacetField, string[]>>;

export function filtersOf(query: { [K in FacetField]?: string[] | undefined }): Filters {
  return Object.fromEntries(
    FACET_FIELDS.flatMap((field) => {
      const codes = query[field];
      return codes && codes.length > 0 ? [[field, [...codes].sort()]] : [];
    }),
  );
}
