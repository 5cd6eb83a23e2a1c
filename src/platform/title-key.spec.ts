import { describe, expect, it } from 'vitest';
import { titleKey } from './title-key';

describe('titleKey', () => {
  it('orders as a Vietnamese dictionary does', () => {
    const ordered = ['An bình', 'Anh', 'Ăn', 'Ấm', 'Da', 'Dũng', 'Đá', 'Ma', 'Mà', 'Mả', 'Mã', 'Má', 'Mạ', 'Ô tô', 'Ở nhà', 'Toán 9', 'Toán 10', 'Yêu']; // prettier-ignore
    const keys = new Map(ordered.map((title) => [titleKey(title), title]));
    expect([...keys.keys()].sort().map((key) => keys.get(key))).toEqual(ordered);
  });

  it('does not see case, normal form or punctuation', () => {
    expect(titleKey('“ĐƯỜNG”: Đi'.normalize('NFD'))).toBe(titleKey('đường đi'));
  });

  it('has a key for anything', () => {
    expect(titleKey('')).toBe('\u0001');
    expect(titleKey('😀 中文')).toContain('中');
  });
});
