import { TODAY } from './samples.mjs';

export const BASE = {
  workType: 'text',
  country: 'VN',
  authors: [{ name: 'A', nationality: 'VN', died: 1970 }],
  published: 'yes',
  firstPublishedYear: 1960,
};
export const PHOTO = { ...BASE, workType: 'photograph', fixedYear: 1960 };
export const author = (life) => ({ authors: [{ name: 'A', nationality: 'VN', ...life }] });

/** `[English, Vietnamese, such a work, its last day]`, in the order in which the rules ask. */
export const lines = (p) => {
  const kinds = p.publicationTypes.join(', ');
  const loai = 'phim, ảnh, mỹ thuật ứng dụng';
  const fixed = `31 December of fixation + ${p.yearsFromFixation}`;
  return [
    [
      'official document (basis `official_document`)',
      'văn bản của Nhà nước',
      { basis: 'official_document' },
      'none',
    ],
    ['output of AI alone', 'sản phẩm do AI tạo ra toàn bộ', { ai: { use: 'generated' } }, 'none'],
    ['type of work unknown', 'chưa rõ loại hình', { workType: null }, '–'],
    [
      p.personTypes.join(', '),
      'bản ghi âm, ghi hình; tiết mục biểu diễn',
      { ...BASE, workType: 'recording' },
      '–',
    ],
    [
      'country of origin not Vietnam, or an author who is no Vietnamese national',
      'nước xuất xứ không phải Việt Nam, hoặc có tác giả không mang quốc tịch Việt Nam',
      { ...BASE, country: 'FR' },
      '–',
    ],
    [
      'country, an author or a nationality missing (a work without a known author needs no nationality); years that contradict each other or are still to come',
      'thiếu nước xuất xứ, tác giả hoặc quốc tịch (tác phẩm không rõ tác giả thì không cần quốc tịch); các năm mâu thuẫn nhau hoặc chưa tới',
      { ...BASE, country: '' },
      '–',
    ],
    [
      'first published after the death of the last author',
      'công bố lần đầu sau khi tác giả cuối cùng mất',
      { ...BASE, firstPublishedYear: 1980 },
      '–',
    ],
    [
      `${kinds}: never published, year of fixation unknown`,
      `${loai}: chưa công bố, không rõ năm định hình`,
      { ...PHOTO, fixedYear: null, published: 'no' },
      '–',
    ],
    [
      `${kinds}: never published, this year ≤ fixation + ${p.publishWithinYears}`,
      `${loai}: chưa công bố, năm nay ≤ năm định hình + ${p.publishWithinYears}`,
      {
        ...PHOTO,
        ...author({ living: true }),
        fixedYear: Number(TODAY.slice(0, 4)) - p.publishWithinYears,
        published: 'no',
      },
      '–',
    ],
    [
      `${kinds}: never published, this year later than that`,
      `${loai}: chưa công bố, năm nay muộn hơn thế`,
      { ...PHOTO, published: 'no' },
      fixed,
    ],
    [
      'anonymous (or a pen name only), of another type, never published',
      'khuyết danh (hoặc chỉ có bút danh), loại hình khác, chưa công bố',
      { ...BASE, anonymous: true, authors: [], published: 'no' },
      '–',
    ],
    [
      `${kinds}, or anonymous: published unknown, or its year`,
      `${loai}, hoặc khuyết danh: không rõ đã công bố chưa, hoặc không rõ năm công bố`,
      { ...PHOTO, published: 'unknown' },
      '–',
    ],
    [
      `${kinds}, or anonymous: published before ${p.personBeforeYear}`,
      `${loai}, hoặc khuyết danh: công bố trước ${p.personBeforeYear}`,
      { ...PHOTO, fixedYear: 1950, firstPublishedYear: p.personBeforeYear - 1 },
      '–',
    ],
    [
      `${kinds}: published later than fixation + ${p.publishWithinYears}`,
      `${loai}: công bố muộn hơn năm định hình + ${p.publishWithinYears}`,
      { ...PHOTO, ...author({ living: true }), firstPublishedYear: 1986 },
      fixed,
    ],
    [
      `${kinds}, or anonymous: published otherwise`,
      `${loai}, hoặc khuyết danh: các trường hợp công bố khác`,
      PHOTO,
      `31 December of publication + ${p.yearsFromPublication}`,
    ],
    [
      'every other work: an author’s death unknown',
      'tác phẩm khác: không rõ năm mất của một tác giả',
      { ...BASE, ...author({}) },
      '–',
    ],
    [
      'every other work: an author living',
      'tác phẩm khác: có tác giả còn sống',
      { ...BASE, ...author({ living: true }) },
      'none yet',
    ],
    [
      'every other work: published unknown, or its year',
      'tác phẩm khác: không rõ đã công bố chưa, hoặc không rõ năm công bố',
      { ...BASE, published: 'unknown' },
      '–',
    ],
    [
      'every other work',
      'tác phẩm khác',
      BASE,
      `31 December of the last author’s death + ${p.yearsAfterDeath}`,
    ],
  ];
};
