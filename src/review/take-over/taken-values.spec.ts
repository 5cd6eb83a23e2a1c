import { describe, expect, it } from 'vitest';
import { dataIn, takenValues } from './taken-values';

const take = (own: Record<string, unknown>, theirs: Record<string, unknown>, overwrite = false) =>
  takenValues({ record: 'material', fields: Object.keys(theirs), own, theirs, overwrite });

describe('what is taken over from another material', () => {
  it('fills what is blank and leaves what somebody wrote', () => {
    const own = { publisher: '', place: 'Hoàn Kiếm', subjects: [] };
    const theirs = { publisher: 'Sở Y tế', place: 'Ba Đình', subjects: ['t1'] };
    expect(take(own, theirs).map(({ field, after }) => [field, after])).toEqual([
      ['publisher', 'Sở Y tế'],
      ['subjects', ['t1']],
    ]);
  });

  it('replaces what stands there only when that is asked for', () => {
    const taken = take({ place: 'Hoàn Kiếm' }, { place: 'Ba Đình' }, true);
    expect(taken).toEqual([
      { record: 'material', field: 'place', before: 'Hoàn Kiếm', after: 'Ba Đình' },
    ]);
  });

  it('never empties a field, and names none that stays as it is', () => {
    expect(take({ place: 'Hà Nội' }, { place: null }, true)).toEqual([]);
    expect(take({ place: 'Hà Nội' }, { place: 'Hà Nội' }, true)).toEqual([]);
    const rows = [{ id: 'a', name: 'Lan' }];
    expect(take({ creators: rows }, { creators: [{ id: 'b', name: 'Lan' }] }, true)).toEqual([]);
  });

  it('fills the blank parts of a group and of a text in two languages', () => {
    const [owner] = take({ owner: { kind: 'person' } }, { owner: { kind: 'state', name: 'Sở' } });
    expect(owner?.after).toEqual({ kind: 'person', name: 'Sở' });
    const [text] = take({ abstract: { vi: 'Có rồi' } }, { abstract: { vi: 'Khác', en: 'Text' } });
    expect(text?.after).toEqual({ vi: 'Có rồi', en: 'Text' });
  });

  it('makes rows of its own', () => {
    const [creators] = take({ creators: [] }, { creators: [{ id: 'b', name: 'Lan' }] });
    expect(creators?.after).toEqual([{ name: 'Lan' }]);
  });
});

describe('one write a language', () => {
  it('has what knows no language in the Vietnamese one only', () => {
    const values = take({}, { place: 'Hà Nội', abstract: { vi: 'Một', en: 'One' } });
    expect(dataIn(values, 'vi')).toEqual({ place: 'Hà Nội', abstract: 'Một' });
    expect(dataIn(values, 'en')).toEqual({ abstract: 'One' });
  });
});
