import { describe, expect, it } from 'vitest';
import { near, quote, wordingsOf } from './fts-expression';
import { parseQuery, readAs } from './parse-query';

const COLUMNS = { folded: ['t', 'k'], exact: ['x'] };

describe('FTS5 expressions', () => {
  it('quote every word, so that no operator works', () => {
    expect(quote('a"b')).toBe('"a""b"');
    expect(near(parseQuery('mua AND lu'), COLUMNS)).toBe('{t k} : (NEAR("mua" "and" "lu", 4))');
  });

  it('ask for nearness in one form, and of two units at least', () => {
    const query = parseQuery('an toàn');
    expect(near(readAs(query, 'folded'), COLUMNS)).toBe('{t k} : (NEAR("an" "toan", 3))');
    expect(near(query, COLUMNS)).toBeNull();
    expect(near(parseQuery('"an toàn"'), COLUMNS)).toBeNull();
  });

  it('know each wording of a query', () => {
    const words = (q: string) =>
      wordingsOf(parseQuery(q))?.wordings.map((units) =>
        units.flatMap((unit) => unit.words.map(({ folded }) => folded)).join(' '),
      );
    expect(words('GDTX huyen')).toEqual(['gdtx huyen', 'giao duc thuong xuyen huyen']);
    expect(words('an toàn')).toBeUndefined();
  });
});
