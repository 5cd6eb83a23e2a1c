import { describe, expect, it } from 'vitest';
import { acceptedExtensions, KINDS } from '../../intake/kinds';
import { refusePicked } from './refuse-picked';

const takes = { accepts: acceptedExtensions('content'), limit: 2 * 1024 ** 3 };
const said = (name: string, size = 10) => refusePicked('vi', { name, size }, takes)?.errors[0];

describe('a picked file', () => {
  it('is sent when its ending is one that intake takes, however it is written', () => {
    for (const extension of KINDS.flatMap(({ extensions }) => extensions)) {
      expect(said(`bài 1.${extension}`), extension).toBeUndefined();
    }
    expect(said('ẢNH.JPG')).toBeUndefined();
  });

  it('is left to the server when its name has no ending', () =>
    expect(said('Quyết định')).toBeUndefined());

  it.each([
    ['chay.exe', 'executable'],
    ['bang-tinh.xls', 'old_office'],
    ['anh.heic', 'image_unlisted'],
    ['ban-ve.dwg', 'extension'],
  ])('%s is refused at once, with what to do', (name, code) => {
    expect(said(name)).toMatchObject({ code });
    expect(said(name)?.remedy).toBeTruthy();
  });

  it('is refused when it is empty, or larger than the server takes', () => {
    expect(said('a.pdf', 0)?.code).toBe('empty');
    expect(said('a.pdf', 2 * 1024 ** 3 + 1)?.message).toContain('2 GB');
  });
});
