import type { FlattenedField } from 'payload';
import { describe, expect, it } from 'vitest';
import { withExplicitNulls } from './explicit-nulls';

const fields = [
  { name: 'state', type: 'select', required: true, defaultValue: 'draft' },
  { name: 'role', type: 'select', defaultValue: 'author' },
  { name: 'title', type: 'text', localized: true },
  { name: 'tags', type: 'text', hasMany: true },
  { name: 'said', type: 'group', flattenedFields: [{ name: 'yes', type: 'checkbox' }] },
  { name: 'people', type: 'array', flattenedFields: [{ name: 'role', type: 'select' }] },
] as unknown as FlattenedField[];
const set = { name: 'things', slug: 'things', versions: false, fields };

describe('a record for a table', () => {
  it('says nothing where it holds nothing: a default must not come in its place', () => {
    expect(withExplicitNulls(set, { id: '1', people: [{ id: 'a' }] })).toEqual({
      id: '1',
      role: null,
      said: { yes: null },
      people: [{ id: 'a', role: null }],
    });
  });

  it('keeps what it holds', () => {
    const record = { id: '1', state: 'live', role: 'x', said: { yes: false }, tags: ['a'] };
    expect(withExplicitNulls(set, record)).toEqual(record);
  });
});
