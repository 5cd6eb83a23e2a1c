import { describe, expect, it } from 'vitest';
import { localePatch } from './locale-patch';

describe('what is sent in each language', () => {
  it('sends a text only in the language that changed', () => {
    const edits = {
      title: { value: { vi: 'Mới', en: 'Old' }, base: { vi: 'Cũ', en: 'Old' } },
    };
    expect(localePatch(edits, 'vi')).toEqual({ title: 'Mới' });
    expect(localePatch(edits, 'en')).toBeUndefined();
  });
  it('sends what has no language with Vietnamese', () => {
    const edits = { subjects: { value: ['a'], base: [] } };
    expect(localePatch(edits, 'vi')).toEqual({ subjects: ['a'] });
    expect(localePatch(edits, 'en')).toBeUndefined();
  });
  it('keeps row ids, so that the other language of a row survives', () => {
    const row = { id: '1', file: 'f', caption: { vi: 'Bìa', en: null } };
    const edits = {
      items: { value: [{ ...row, caption: { vi: 'Bìa', en: 'Cover' } }], base: [row] },
    };
    expect(localePatch(edits, 'vi')).toBeUndefined();
    expect(localePatch(edits, 'en')).toEqual({ items: [{ id: '1', file: 'f', caption: 'Cover' }] });
  });
  it('clears with null', () => {
    const edits = { abstract: { value: { vi: null, en: null }, base: { vi: 'x', en: null } } };
    expect(localePatch(edits, 'vi')).toEqual({ abstract: null });
  });
});
