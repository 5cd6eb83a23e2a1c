import { describe, expect, it } from 'vitest';
import { contentDisposition } from './content-disposition';

describe('the name of a download', () => {
  it('is exact in UTF-8 and readable in ASCII', () => {
    expect(contentDisposition('inline', 'Đường đi học (bản 2).pdf')).toBe(
      'inline; filename="Duong di hoc (ban 2).pdf"; ' +
        "filename*=UTF-8''%C4%90%C6%B0%E1%BB%9Dng%20%C4%91i%20h%E1%BB%8Dc%20%28b%E1%BA%A3n%202%29.pdf",
    );
  });

  it('cannot break out of its header', () => {
    const header = contentDisposition('attachment', 'a"b\\c%00\r\nX: y.txt');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header.match(/"/g)).toHaveLength(2);
  });
});
