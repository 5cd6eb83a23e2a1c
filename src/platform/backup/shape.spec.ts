import type { FlattenedField } from 'payload';
import { describe, expect, it } from 'vitest';
import { shapeHash } from './shape';

const hash = (...fields: object[]) => shapeHash({ fields: fields as FlattenedField[] });
const title = { name: 'title', type: 'text', localized: true };
const rows = (...own: object[]) => ({ name: 'items', type: 'array', flattenedFields: own });
const file = { name: 'file', type: 'relationship', relationTo: 'files' };

describe('the shape of a record', () => {
  it('is the same in another order, with other rules, and where the id is a field of its own', () => {
    const same = hash(title, rows(file));
    expect(hash(rows(file), title)).toBe(same);
    expect(hash({ ...title, required: true, maxLength: 9 }, rows(file))).toBe(same);
    expect(hash({ name: 'id', type: 'text' }, title, rows(file))).toBe(same);
  });

  it.each([
    ['a field more', [title, rows(file), { name: 'note', type: 'text' }]],
    ['another name', [{ ...title, name: 'heading' }, rows(file)]],
    ['another kind', [{ ...title, type: 'json' }, rows(file)]],
    ['no languages', [{ ...title, localized: false }, rows(file)]],
    ['many values', [{ ...title, hasMany: true }, rows(file)]],
    ['another target, deep inside', [title, rows({ ...file, relationTo: 'evidence' })]],
    ['a field more in a row', [title, rows(file, { name: 'note', type: 'text' })]],
  ])('is another one with %s', (_what, fields) => {
    expect(hash(...fields)).not.toBe(hash(title, rows(file)));
  });
});
