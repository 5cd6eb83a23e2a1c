import type { FlattenedField } from 'payload';
import type { BackupRecord, RecordSet } from './record-sets';

type Values = Record<string, unknown>;

/** In a table of their own: no row is nothing. */
function hasRowsOfItsOwn(field: FlattenedField): boolean {
  return (
    ('hasMany' in field && field.hasMany === true) ||
    ('relationTo' in field && Array.isArray(field.relationTo)) ||
    ('localized' in field && field.localized === true)
  );
}

function isNeeded(field: FlattenedField): boolean {
  return 'required' in field && field.required === true;
}

function filled(fields: FlattenedField[], values: Values): Values {
  const result: Values = { ...values };
  for (const field of fields) {
    const value = values[field.name];
    if (field.name === 'id' || hasRowsOfItsOwn(field)) continue;
    if (field.type === 'array') {
      if (Array.isArray(value)) {
        result[field.name] = value.map((row: Values) => filled(field.flattenedFields, row));
      }
    } else if ('flattenedFields' in field) {
      result[field.name] = filled(field.flattenedFields, (value ?? {}) as Values);
    } else if (value === undefined && !isNeeded(field)) {
      result[field.name] = null;
    }
  }
  return result;
}

/** A column that is left out gets its default; what was nothing stays nothing. */
export function withExplicitNulls(set: RecordSet, record: BackupRecord): BackupRecord {
  return { ...filled(set.fields, record), id: record.id };
}
