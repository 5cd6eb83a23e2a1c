import { describe, expect, it } from 'vitest';
import { tokenise } from '../fold/tokenise';
import { hashedHead, packHead, unpackHead } from './hashed-head';
import { createHeadScorer } from './head-score';
import { parseQuery } from './parse-query';

const words = (text: string) => tokenise(text).map(({ exact }) => exact);
const score = (q: string, title: string, keywords: string[] = [], abstract = '', label = '') =>
  createHeadScorer(parseQuery(q))(
    unpackHead(
      packHead(
        hashedHead({
          title: [words(title)],
          keywords: keywords.map(words),
          labels: [words(label)],
          abstract: [words(abstract)],
        }),
      ),
    ),
  );

describe('the score of a head', () => {
  it('takes typed marks as meant, and without any puts the word as typed first', () => {
    expect(score('năm', 'Năm mới')).toBeGreaterThan(1);
    expect(score('năm', 'Nam mới')).toBe(0);
    expect(score('nam', 'Nam giới')).toBeGreaterThan(score('nam', 'Năm mới'));
  });

  it('puts neighbours above strewn words, and a short title above a long one', () => {
    expect(score('an toàn giao thông', 'An toàn giao thông cho trẻ')).toBeGreaterThan(
      score('an toàn giao thông', 'Giao hàng an toàn thông suốt'),
    );
    expect(score('an toàn', 'An toàn')).toBeGreaterThan(score('an toàn', 'Sổ tay an toàn điện'));
  });

  it('puts title above keywords above labels above abstract', () => {
    const [title, keyword, label, abstract] = [
      score('cây', 'Cây'),
      score('cây', 'Lá', ['cây']),
      score('cây', 'Lá', [], '', 'cây'),
      score('cây', 'Lá', [], 'cây'),
    ];
    expect(title).toBeGreaterThan(keyword);
    expect(keyword).toBeGreaterThan(label);
    expect(label).toBeGreaterThan(abstract);
    expect(abstract).toBeGreaterThan(score('cây', 'Lá'));
  });

  it('takes an abbreviation for its long form', () => {
    expect(score('GDTX', 'Giáo dục thường xuyên')).toBeGreaterThan(1);
    expect(score('giáo dục thường xuyên', 'GDTX')).toBeGreaterThan(1);
  });
});
