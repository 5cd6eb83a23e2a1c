import { describe, expect, it } from 'vitest';
import { contiguous, ftsExpression, inColumns, near, quote } from './fts-expression';
import { parseQuery } from './parse-query';

describe('ftsExpression', () => {
  it('quotes every word, so that no operator works', () => {
    const query = parseQuery('mưa AND "lũ lụt"');
    expect(ftsExpression({ query, form: 'folded' })).toBe('"mua" AND "and" AND "lu lut"');
    expect(ftsExpression({ query, form: 'exact', phrases: false })).toBe(
      '("mưa") AND ("and") AND ("lũ" AND "lụt")',
    );
    expect(quote('a"b')).toBe('"a""b"');
  });

  it('offers the other wording of an abbreviation', () => {
    expect(ftsExpression({ query: parseQuery('GDTX huyện'), form: 'folded' })).toBe(
      '(("gdtx") OR "giao duc thuong xuyen") AND "huyen"',
    );
    expect(ftsExpression({ query: parseQuery('sách giáo khoa'), form: 'exact' })).toBe(
      '(("sách" AND "giáo" AND "khoa") OR "sgk")',
    );
  });

  it('is null for nothing', () => {
    expect(ftsExpression({ query: parseQuery('!?'), form: 'folded' })).toBeNull();
  });

  it('narrows to columns, neighbours and nearness', () => {
    const query = parseQuery('an toàn');
    expect(inColumns(['title', 'keywords'], '"an"')).toBe('{title keywords} : ("an")');
    expect(contiguous(query, 'exact')).toBe('"an toàn"');
    expect(near(query, 'folded')).toBe('NEAR("an" "toan", 6)');
    expect(contiguous(parseQuery('an'), 'folded')).toBeNull();
    expect(near(parseQuery('"an toàn"'), 'folded')).toBeNull();
  });
});
