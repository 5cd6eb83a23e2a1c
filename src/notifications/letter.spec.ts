import { describe, expect, it } from 'vitest';
import { asHtml, asText, type Letter } from './letter';

const letter: Letter = {
  lang: 'vi',
  subject: 'Trả lại: <b>',
  greeting: 'Kính gửi anh/chị Lan,',
  paragraphs: ['Học liệu “<script>alert(1)</script>” được trả lại.', '', ' • Một\n• Hai '],
  lines: [{ text: 'Tin & tức', link: 'https://kho.example/a?b="c"' }],
  action: { label: 'Bổ sung', link: 'https://kho.example/1' },
  office: 'Kho Học Liệu',
  settings: 'Trang Tài khoản',
};

describe('a letter', () => {
  it('leaves no gap for what was not said, as text', () => {
    expect(asText(letter)).not.toMatch(/\n{3}/);
    expect(asText(letter)).toContain('Bổ sung:\nhttps://kho.example/1');
  });

  it('is never taken for markup, as HTML', () => {
    const html = asHtml(letter);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('href="https://kho.example/a?b=&quot;c&quot;"');
  });

  it('fetches nothing and fits a phone', () => {
    const html = asHtml(letter);
    expect(html).not.toMatch(/<img|<link|url\(|src=/);
    expect(html).toContain('width=device-width');
  });
});
