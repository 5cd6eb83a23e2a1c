import { describe, expect, it } from 'vitest';
import { findMatches, highlightAll, highlightSnippet } from './highlight';
import { parseQuery } from './query/parse-query';

const all = (text: string, q: string) => highlightAll(findMatches(text, parseQuery(q)));
const snippet = (text: string, q: string) => highlightSnippet(findMatches(text, parseQuery(q)));

describe('highlighting', () => {
  it('marks the original, accents and case kept', () => {
    expect(all('Giáo dục Thường xuyên', 'thuong')).toBe('Giáo dục <mark>Thường</mark> xuyên');
    expect(all('Hòa bình', 'hoà')).toBe('<mark>Hòa</mark> bình');
    expect(all('Hà Nội', 'xa')).toBeNull();
  });

  it('marks NFD text without tearing letters', () => {
    const text = 'Đường về nhà'.normalize('NFD');
    expect(all(text, 'về')?.normalize('NFC')).toBe('Đường <mark>về</mark> nhà');
  });

  it('escapes everything', () => {
    expect(all('<script>alert("x")</script> & \'toán\'', 'toan script')).toBe(
      '&lt;<mark>script</mark>&gt;alert(&quot;x&quot;)&lt;/<mark>script</mark>&gt; &amp; &#39;<mark>toán</mark>&#39;',
    );
  });

  it('marks phrases only where they are whole, and abbreviations by their long form', () => {
    expect(all('an toàn, toàn an', '"an toàn"')).toBe('<mark>an toàn</mark>, toàn an');
    expect(all('Giáo dục thường xuyên', 'GDTX')).toBe('<mark>Giáo dục thường xuyên</mark>');
  });

  it('marks a word typed with marks only with these, one typed without with any', () => {
    expect(all('nam và năm', 'năm')).toBe('nam và <mark>năm</mark>');
    expect(all('nam', 'năm')).toBeNull();
    expect(all('nam và năm', 'nam')).toBe('<mark>nam</mark> và <mark>năm</mark>');
    expect(all('gia đình đi đường', 'dinh dưỡng')).toBe('gia <mark>đình</mark> đi đường');
    expect(all('gia đình đi đường', '"dinh dưỡng"')).toBeNull();
  });

  it('shows the place where the words stand together', () => {
    const filler = 'chữ '.repeat(200);
    const text = `giao ${filler} an\ntoàn \u0007giao thông <b> ${filler} thông`;
    const html = snippet(text, 'an toàn giao thông') ?? '';
    expect(html).toContain(
      '<mark>an</mark> <mark>toàn</mark> <mark>giao</mark> <mark>thông</mark> &lt;b&gt;',
    );
    expect(html).toMatch(/^….*…$/);
    const plain = html
      .replace(/<\/?mark>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>');
    expect(plain.length).toBeGreaterThan(150);
    expect(plain.length).toBeLessThan(215);
  });

  it('shows a short text whole', () => {
    expect(snippet('Tay chân miệng', 'chan')).toBe('Tay <mark>chân</mark> miệng');
  });

  it('cuts text without spaces between characters', () => {
    const html = snippet(`${'😀'.repeat(300)} cây ${'😀'.repeat(300)}`, 'cay') ?? '';
    expect(html).toContain('<mark>cây</mark>');
    expect(html).not.toMatch(/\p{Surrogate}/u);
  });
});
