import { describe, expect, it } from 'vitest';
import { cleanFileName, extensionOf, MAX_NAME_BYTES } from './file-name';

describe('cleanFileName', () => {
  it('keeps a Vietnamese name as NFC, however it was composed', () => {
    const name = 'Phòng bệnh tay chân miệng.pdf';
    expect(cleanFileName(name.normalize('NFD'))).toBe(name.normalize('NFC'));
  });

  it('keeps only the last part of a path', () => {
    expect(cleanFileName('C:\\Users\\hoa\\bài 1.docx')).toBe('bài 1.docx');
    expect(cleanFileName('../../etc/passwd.txt')).toBe('passwd.txt');
  });

  it('removes control and direction characters, so that the extension seen is the extension', () => {
    expect(cleanFileName('anh\u202Efdp.exe')).toBe('anhfdp.exe');
    expect(cleanFileName('a\u0000b\u0007\r\n.pdf')).toBe('ab.pdf');
  });

  it('keeps a name written from right to left', () => {
    expect(cleanFileName('كتاب.pdf')).toBe('كتاب.pdf');
  });

  it('shortens to 255 bytes on whole characters and keeps the extension', () => {
    const name = cleanFileName(`${'ệ'.repeat(300)}.pdf`) ?? '';
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(MAX_NAME_BYTES);
    expect(name).toMatch(/^ệ+\.pdf$/);
  });

  it('answers nothing for a name that is only dots, spaces or controls', () => {
    for (const raw of ['', '.', '...', ' ', '\u0000', '/', 'a/']) {
      expect(cleanFileName(raw)).toBeUndefined();
    }
  });

  it('survives half a surrogate pair', () => {
    expect(cleanFileName('a\ud800b.pdf')).toBe('ab.pdf');
  });
});

describe('extensionOf', () => {
  it('is lower case and empty when there is none', () => {
    expect(extensionOf('A.PDF')).toBe('pdf');
    expect(extensionOf('a.tar.gz')).toBe('gz');
    expect(extensionOf('README')).toBe('');
  });
});
