import canonicalize from 'canonicalize';
import type { FlattenedField } from 'payload';
import { sha256Of } from '../sha256';
import type { BackupRecord, RecordSet } from './record-sets';

type Values = Record<string, unknown>;

/** One spelling for "there is nothing": SQLite has a null where MongoDB has no key at all. */
function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function valueOf(field: FlattenedField, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (field.type === 'json') return value;
  if (field.type === 'date') return new Date(value as string).toISOString();
  if (field.type === 'array') {
    return (value as Values[]).map((row) => ({
      ...(row.id === undefined ? {} : { id: row.id }),
      ...picked(field.flattenedFields, row),
    }));
  }
  if ('flattenedFields' in field) return picked(field.flattenedFields, value as Values);
  return value;
}

function localised(field: FlattenedField, values: Values): Values {
  const texts = Object.entries(values).map(([code, value]) => [code, valueOf(field, value)]);
  return Object.fromEntries(texts.filter(([, value]) => !isNothing(value))) as Values;
}

/** What the fields of the configuration hold, without what is empty. */
function picked(fields: FlattenedField[], values: Values): Values {
  const result: Values = {};
  for (const field of fields) {
    const value = values[field.name];
    if (value === null || value === undefined) continue;
    const own =
      'localized' in field && field.localized === true
        ? localised(field, value as Values)
        : valueOf(field, value);
    // JSON is kept to the letter: what is empty in it may have been hashed.
    if (field.type === 'json' || !isNothing(own)) result[field.name] = own;
  }
  return result;
}

/** The record as it is the same on every database. */
export function neutral(set: RecordSet, record: BackupRecord): BackupRecord {
  return { ...picked(set.fields, record), id: record.id };
}

/** SHA-256 over the RFC 8785 form of the neutral record. */
export function recordHash(set: RecordSet, record: BackupRecord): string {
  return sha256Of(canonicalize(neutral(set, record)) ?? '');
}

const MODULUS = 1n << 256n;

/** One number for many records in whatever order: the sum of their hashes modulo 2^256. */
export class RecordTally {
  records = 0;
  #sum = 0n;

  add(hash: string): void {
    this.records += 1;
    this.#sum = (this.#sum + BigInt(`0x${hash}`)) % MODULUS;
  }

  get digest(): string {
    return this.#sum.toString(16).padStart(64, '0');
  }
}
