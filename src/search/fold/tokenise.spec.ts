import { describe, expect, it } from 'vitest';
import { tokenise } from './tokenise';

const folded = (text: string) => tokenise(text).map((token) => token.folded);

describe('tokenise', () => {
  it('splits at everything that is neither letter nor digit', () => {
    expect(folded('GD&ĐT: co-op, C++ (lớp 5) 😀 x_y')).toEqual(
      ['gd', 'dt', 'co', 'op', 'c', 'lop', '5', 'x', 'y'], // prettier-ignore
    );
    expect(folded('!?… “”')).toEqual([]);
  });

  it('points into the original, in NFC and in NFD', () => {
    for (const form of ['NFC', 'NFD']) {
      const text = 'Học — Đường phố'.normalize(form);
      const words = tokenise(text).map(({ start, end }) => text.slice(start, end).normalize('NFC'));
      expect(words).toEqual(['Học', 'Đường', 'phố']);
    }
  });

  it('keeps both forms', () => {
    expect(tokenise('Hòa')).toEqual([{ exact: 'hoà', folded: 'hoa', start: 0, end: 3 }]);
  });

  it('takes the two spellings of a final i for one', () => {
    for (const [school, office] of [
      ['vật lí', 'Vật lý'],
      ['mĩ thuật', 'mỹ thuật'],
      ['quí', 'quý'],
      ['ki nang', 'ky nang'],
    ]) {
      const forms = (text = '') => tokenise(text).map(({ exact, folded }) => [exact, folded]);
      expect(forms(school)).toEqual(forms(office));
    }
    expect(folded('thủy tuy may nay y')).toEqual(['thuy', 'tuy', 'may', 'nay', 'y']);
  });

  it('cuts what is too long to be a word', () => {
    expect(folded('a'.repeat(500))[0]).toHaveLength(64);
  });
});
