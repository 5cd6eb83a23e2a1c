import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query';
import { withoutQuestion } from './without-question';

const about = (q: string) =>
  withoutQuestion(parseQuery(q))
    ?.units.map(({ words }) => words.map(({ exact }) => exact).join(' '))
    .join(' ');

describe('withoutQuestion', () => {
  it.each([
    ['làm thế nào để ủ phân tại nhà', 'ủ phân nhà'],
    ['lam the nao de u phan', 'u phan'],
    ['sổ đỏ là gì', 'sổ đỏ'],
    ['nộp hồ sơ ở đâu', 'nộp hồ sơ'],
    ['khi nào thì gieo mạ', 'gieo mạ'],
  ])('keeps what is asked about: %s', (q, expected) => {
    expect(about(q)).toBe(expected);
  });

  it.each(['ôn thi vào lớp 10', 'de cuong on thi', '"làm thế nào để" học', 'làm gì', 'ở đâu'])(
    'leaves alone what asks nothing, and what is nothing but asking: %s',
    (q) => {
      expect(about(q)).toBeUndefined();
    },
  );

  it('finds the abbreviations of what is left', () => {
    const query = withoutQuestion(parseQuery('GDTX là gì'));
    expect(query?.alternatives.map(({ from, to }) => [from, to])).toEqual([[0, 0]]);
  });
});
