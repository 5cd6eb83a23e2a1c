import { describe, expect, it } from 'vitest';
import { contentDisposition } from './content-disposition';

describe('contentDisposition', () => {
  it('gives an ASCII name and the exact one', () => {
    expect(contentDisposition('inline', 'Đường phố.pdf')).toBe(
      `inline; filename="Duong pho.pdf"; filename*=UTF-8''%C4%90%C6%B0%E1%BB%9Dng%20ph%E1%BB%91.pdf`,
    );
  });

  it('cannot be broken out of by quotes, percent signs or line ends', () => {
    const header = contentDisposition('attachment', 'a"; x=%41\r\nSet-Cookie: b.pdf');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header).toContain(`filename="a_; x=_41__Set-Cookie: b.pdf"`);
    expect(header).toContain(`filename*=UTF-8''a%22%3B%20x%3D%2541%0D%0ASet-Cookie%3A%20b.pdf`);
  });
});
