import { describe, expect, it } from 'vitest';
import { fileWords, formatName, licenceWords, sizeWords } from './plain-words';

const label = { vi: 'Còn bảo hộ quyền tác giả', en: 'In copyright' };

describe('a licence in plain words', () => {
  it.each([
    [['copy', 'share', 'adapt', 'commercial'], [], 'Được sao chép và sửa, phải ghi công'],
    [['copy', 'share', 'adapt'], [], 'Được sao chép và sửa, không kinh doanh, phải ghi công'],
    [['copy', 'share', 'commercial'], [], 'Được sao chép nguyên bản, phải ghi công'],
    [[], [], 'Còn bảo hộ quyền tác giả'],
    [['copy'], [], 'Còn bảo hộ quyền tác giả'],
  ])('%s', (permits, conditions, expected) => {
    expect(licenceWords({ permits, conditions, label }, 'vi')).toBe(expected);
  });

  it('names share-alike', () => {
    const permits = ['copy', 'share', 'adapt', 'commercial'];
    const text = licenceWords({ permits, conditions: ['share_alike'], label }, 'vi');
    expect(text).toContain('cùng giấy phép');
  });
});

describe('a file in plain words', () => {
  it('says format and length', () => {
    const file = { mediaType: 'application/pdf', pages: 24, duration: null };
    expect(fileWords(file, 'vi')).toBe('PDF, 24 trang');
    expect(fileWords({ ...file, mediaType: 'video/mp4', duration: 520 }, 'vi')).toBe(
      'MP4, 8 phút 40 giây',
    );
    expect(formatName('application/vnd.oasis.opendocument.text')).toBe('ODT');
    expect(formatName('image/png')).toBe('PNG');
  });

  it('says its size as people write numbers', () => {
    expect(sizeWords(182_044, 'vi')).toBe('182 KB');
    expect(sizeWords(2_540_000, 'vi')).toBe('2,5 MB');
    expect(sizeWords(12, 'en')).toBe('1 KB');
  });
});
