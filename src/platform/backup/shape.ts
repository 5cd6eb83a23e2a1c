import canonicalize from 'canonicalize';
import type { FlattenedField } from 'payload';
import { sha256Of } from '../sha256';
import type { RecordSet } from './record-sets';

type Shape = { [name: string]: unknown };

/** A collection's own ids are text on both databases; MongoDB alone names them as a field. */
const isOwnId = ({ name }: FlattenedField) => name === 'id';

function shapeOfField(field: FlattenedField): Shape {
  return {
    type: field.type,
    localized: 'localized' in field && field.localized === true,
    many: 'hasMany' in field && field.hasMany === true,
    ...('relationTo' in field ? { to: field.relationTo } : {}),
    ...('flattenedFields' in field ? { fields: shapeOf(field.flattenedFields) } : {}),
  };
}

function shapeOf(fields: FlattenedField[]): Shape {
  return Object.fromEntries(
    fields.filter((field) => !isOwnId(field)).map((field) => [field.name, shapeOfField(field)]),
  );
}

/**
 * SHA-256 of how a set's records are built: names and kinds of the fields, in whatever order, down to
 * the rows of lists. The same on both databases. What an office may write into a field (what is
 * required, how long, which choices) is no part of it: the records that are kept stay readable.
 */
export function shapeHash({ fields }: Pick<RecordSet, 'fields'>): string {
  return sha256Of(canonicalize(shapeOf(fields)) ?? '');
}
