import type { FlattenedField } from 'payload';
import { describe, expect, it } from 'vitest';
import { neutral, recordHash, RecordTally } from './canonical';

const fields = [
  { name: 'title', type: 'text', localized: true },
  { name: 'tags', type: 'text', hasMany: true },
  { name: 'at', type: 'date' },
  { name: 'detail', type: 'json' },
  { name: 'yes', type: 'checkbox' },
] as unknown as FlattenedField[];
const set = { name: 'things', slug: 'things', versions: false, fields };
const record = { id: '1', title: { vi: 'Một' }, at: '2026-01-01T00:00:00.000Z', yes: false };

describe('the hash of a record', () => {
  it('is the same for a null, an empty list and no key at all', () => {
    const full = { ...record, title: { vi: 'Một', en: null }, tags: [], detail: null, more: 'x' };
    expect(recordHash(set, full)).toBe(recordHash(set, record));
  });

  it.each([
    ['a text', { title: { vi: 'Hai' } }],
    ['a language more', { title: { vi: 'Một', en: 'One' } }],
    ['a moment', { at: '2026-01-01T00:00:00.001Z' }],
    ['false that became nothing', { yes: null }],
    ['an id', { id: '2' }],
  ])('changes with %s', (_what, change) => {
    expect(recordHash(set, { ...record, ...change })).not.toBe(recordHash(set, record));
  });

  it('keeps JSON to the letter: its nulls may have been hashed elsewhere', () => {
    const detail = { a: null, b: [], c: {} };
    expect(neutral(set, { ...record, detail })).toMatchObject({ detail });
    expect(recordHash(set, { ...record, detail })).not.toBe(
      recordHash(set, { ...record, detail: {} }),
    );
  });
});

describe('the digest of many records', () => {
  const hashes = ['1', '2', '3'].map((id) => recordHash(set, { ...record, id }));
  const digestOf = (order: string[]) => {
    const tally = new RecordTally();
    for (const hash of order) tally.add(hash);
    return tally.digest;
  };

  it('does not depend on their order, and sees a missing one and a double one', () => {
    expect(digestOf(hashes.toReversed())).toBe(digestOf(hashes));
    expect(digestOf(hashes.slice(1))).not.toBe(digestOf(hashes));
    expect(digestOf([...hashes, ...hashes.slice(0, 1)])).not.toBe(digestOf(hashes));
  });
});
