import { describe, expect, it } from 'vitest';
import { ftsExpression, near, quote, sideBySide } from './fts-expression';
import { parseQuery, readAs } from './parse-query';

const COLUMNS = { folded: ['t', 'k'], exact: ['x'] };
const expression = (q: string) => ftsExpression(parseQuery(q), COLUMNS);

describe('ftsExpression', () => {
  it('quotes every word, so that no operator works', () => {
    expect(expression('mua AND "lu lut"')).toBe(
      '{t k} : ("mua") AND {t k} : ("and") AND {t k} : ("lu lut")',
    );
    expect(quote('a"b')).toBe('"a""b"');
  });

  it('asks for marks where marks were typed, word by word', () => {
    expect(expression('dinh dưỡng')).toBe('{t k} : ("dinh") AND {x} : ("dưỡng")');
    expect(expression('"dinh dưỡng"')).toBe('{x} : ("dinh dưỡng")');
  });

  it('offers the other wording of an abbreviation', () => {
    expect(expression('GDTX huyen')).toBe(
      '(({t k} : ("gdtx")) OR {t k} : ("giao duc thuong xuyen")) AND {t k} : ("huyen")',
    );
    expect(expression('GDTX huyện')).toContain('{x} : ("giáo dục thường xuyên")');
  });

  it('is null for nothing', () => {
    expect(expression('!?')).toBeNull();
  });

  it('asks for neighbours and nearness in one form', () => {
    const query = parseQuery('an toàn');
    expect(sideBySide(readAs(query, 'exact'), COLUMNS)).toBe('{x} : ("an toàn")');
    expect(near(readAs(query, 'folded'), COLUMNS)).toBe('{t k} : (NEAR("an" "toan", 3))');
    expect(sideBySide(query, COLUMNS)).toBeNull();
    expect(near(query, COLUMNS)).toBeNull();
    expect(sideBySide(parseQuery('an'), COLUMNS)).toBe('{t k} : ("an")');
    expect(near(parseQuery('"an toàn"'), COLUMNS)).toBeNull();
  });
});
