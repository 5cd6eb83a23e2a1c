import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query';

const units = (q: string) =>
  parseQuery(q).units.map(({ words }) => words.map(({ folded }) => folded).join(' '));
const alternatives = (q: string) =>
  parseQuery(q).alternatives.map(({ from, to, words }) => [
    from,
    to,
    words.map(({ folded }) => folded).join(' '),
  ]);

describe('parseQuery', () => {
  it('takes syllables, and quoted phrases as one', () => {
    expect(units('tài liệu "an toàn giao thông" lớp 5')).toEqual(
      ['tai', 'lieu', 'an toan giao thong', 'lop', '5'], // prettier-ignore
    );
    expect(units('“hoà bình” «xanh»')).toEqual(['hoa binh', 'xanh']);
  });

  it('takes an unclosed quote as nothing', () => {
    expect(units('an "toàn')).toEqual(['an', 'toan']);
    expect(parseQuery('an "toàn').quoted).toBe(false);
  });

  it('reads operators as words or as nothing', () => {
    expect(units('AND OR NEAR * ^ : - NOT ( ) +')).toEqual(['and', 'or', 'near', 'not']);
    expect(units('" " * 😀 \u0000')).toEqual([]);
  });

  it('knows abbreviations in both directions', () => {
    expect(alternatives('GDTX Hà Nội')).toEqual([[0, 0, 'giao duc thuong xuyen']]);
    expect(alternatives('trung tâm giáo dục thường xuyên')).toEqual([[2, 5, 'gdtx']]);
    expect(alternatives('Sở GD&ĐT')).toEqual([[1, 2, 'giao duc va dao tao']]);
    expect(alternatives('"giáo dục thường xuyên"')).toEqual([[0, 0, 'gdtx']]);
  });

  it('says whether marks were typed', () => {
    expect(parseQuery('nam').accented).toBe(false);
    expect(parseQuery('năm').accented).toBe(true);
    expect(parseQuery('đi').accented).toBe(true);
  });

  it('compares words as they were typed: with marks only with these', () => {
    const forms = (q: string) => parseQuery(q).units.map(({ form }) => form);
    expect(forms('an toàn "so y tế" bo')).toEqual(['folded', 'exact', 'exact', 'folded']);
    expect(parseQuery('trung tâm GDTX').alternatives[0]?.form).toBe('exact');
    expect(parseQuery('trung tam GDTX').alternatives[0]?.form).toBe('folded');
  });

  it('stops after the words that help', () => {
    expect(units('a '.repeat(400))).toHaveLength(32);
  });
});
