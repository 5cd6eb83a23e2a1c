import { describe, expect, it } from 'vitest';
import { plainName, readViews, renamed, viewOf, without, withView } from './saved-views';

const health = { name: 'Y tế', tab: 'unclaimed', q: '', department: 'd1' };
const late = { name: 'Quá hạn', tab: 'overdue', q: 'an toàn', department: '' };

describe('the saved views of the queue', () => {
  it('are read from whatever is stored, and what is none of them is left out', () => {
    expect(readViews([health, { name: '', tab: 'mine' }, 'x', null, { name: 'Trống' }])).toEqual([
      health,
    ]);
    expect(readViews({ name: 'Y tế' })).toEqual([]);
    expect(readViews(undefined)).toEqual([]);
  });
  it('stand under their names in the order of the alphabet, each name once', () => {
    const both = withView([health], late);
    expect(both.map(({ name }) => name)).toEqual(['Quá hạn', 'Y tế']);
    expect(withView(both, { ...late, name: 'Y tế' })).toEqual([late, { ...late, name: 'Y tế' }]);
  });
  it('are known by what they show', () => {
    const { name: _name, ...filter } = late;
    expect(viewOf([health, late], filter)).toEqual(late);
    expect(viewOf([health, late], { ...filter, q: '' })).toBeUndefined();
  });
  it('are renamed and taken away one by one', () => {
    expect(renamed([health], 'Y tế', 'Sở Y tế')).toEqual([{ ...health, name: 'Sở Y tế' }]);
    expect(renamed([health, late], 'Quá hạn', 'Y tế')).toEqual([{ ...late, name: 'Y tế' }]);
    expect(renamed([health], 'không có', 'x')).toEqual([health]);
    expect(without([health, late], 'Y tế')).toEqual([late]);
    expect(plainName('  Y   tế '.normalize('NFD'))).toBe('Y tế');
  });
});
