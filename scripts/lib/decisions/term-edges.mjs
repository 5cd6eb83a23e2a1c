import { BASE, PHOTO, author } from './term-lines.mjs';

/** What a line of the term leaves to be asked: `[English, Vietnamese]`. */
export const edges = (p) => [
  [
    'A pen name alone counts as anonymous until a real name is entered; one author with a real name is enough to make the work a named one, and then every author needs a nationality and a death.',
    'Chỉ có bút danh thì tính như khuyết danh cho đến khi ghi tên thật; chỉ cần một tác giả có tên thật thì tác phẩm có tên, khi đó mọi tác giả đều cần quốc tịch và năm mất.',
  ],
  [
    'What contradicts (line 6): marked anonymous, yet an author has a real name; an author without any name; published in a year before the year of fixation; a year of fixation, publication or death after this year; an author living and dead, or dead before being born. The same year is no contradiction. Where “published” is not answered with yes, a year of publication counts for nothing else than not being still to come.',
    'Mâu thuẫn (dòng 6): đánh dấu khuyết danh mà vẫn có tên thật; tác giả không có tên nào; năm công bố trước năm định hình; năm định hình, công bố hoặc mất sau năm nay; tác giả vừa còn sống vừa có năm mất, hoặc mất trước khi sinh. Cùng một năm thì không mâu thuẫn. Khi chưa trả lời là đã công bố thì năm công bố không được tính, chỉ cần không ở tương lai.',
  ],
  [
    'Line 7 needs the death of every author and asks for a later year: published in the year of the last death is not after it. It holds for film, photograph and applied art as well, not for anonymous works. While one author’s death is unknown, or one is living, the line does not apply: a film, photograph or work of applied art then goes on to lines 8 to 15, where deaths no longer count.',
    'Dòng 7 cần năm mất của mọi tác giả và năm công bố phải sau hẳn: công bố trong chính năm tác giả cuối cùng mất thì không tính. Áp dụng cả cho phim, ảnh, mỹ thuật ứng dụng, không áp dụng cho tác phẩm khuyết danh. Khi còn tác giả sống hoặc không rõ năm mất thì dòng này không áp dụng: phim, ảnh, mỹ thuật ứng dụng xét tiếp dòng 8 đến 15, không tính năm mất nữa.',
  ],
  [
    `The ${p.publishWithinYears} years are whole calendar years, to 31 December of the last. Published before ${p.personBeforeYear}, it goes to a person also when it was published late (line 13 before line 14). Without a year of fixation a published work gets the latest possible end (line 15).`,
    `${p.publishWithinYears} năm tính tròn năm dương lịch, đến hết 31/12 của năm cuối. Công bố trước ${p.personBeforeYear} thì cần người có trách nhiệm kết luận, kể cả khi công bố muộn (dòng 13 trước dòng 14). Đã công bố mà không rõ năm định hình thì lấy thời hạn dài nhất (dòng 15).`,
  ],
  [
    'One unknown death outweighs everything, also a living co-author (line 16 before 17). With all authors dead the year of publication must be known, or that it was never published.',
    'Chỉ một tác giả không rõ năm mất là chưa xác định được, kể cả khi đồng tác giả còn sống (dòng 16 trước 17). Khi mọi tác giả đã mất, phải rõ năm công bố, hoặc rõ là chưa công bố.',
  ],
  [
    'The country of origin and nationalities are codes (`VN`) or the name written out (Vietnam, Việt Nam).',
    'Nước xuất xứ và quốc tịch ghi bằng mã (`VN`) hoặc ghi tên (Vietnam, Việt Nam).',
  ],
  [
    'The term matters for a claim of public domain and for what states that a work is free (table 3). On every other basis it refuses nothing; that protection has ended is pointed out. A decision by name needs the person and the day, and counts only for `manual_review` on the basis `public_domain`.',
    'Thời hạn bảo hộ chỉ quyết định khi lấy căn cứ “Thuộc về công chúng” và với nhãn, tuyên bố rằng tác phẩm không còn được bảo hộ (bảng 3). Với căn cứ khác, nó không làm từ chối điều gì; hết thời hạn bảo hộ thì chỉ nhắc. Kết luận của người có trách nhiệm phải có tên và ngày, và chỉ có giá trị khi kết quả là `manual_review` với căn cứ “Thuộc về công chúng”.',
  ],
];

/** Works at the edges: `[English, Vietnamese, the work]`. */
export const cases = () => [
  ['text, died 1975', 'bài viết, mất 1975', { ...BASE, ...author({ died: 1975 }) }],
  ['text, died 1976', 'bài viết, mất 1976', { ...BASE, ...author({ died: 1976 }) }],
  [
    'text, two authors, died 1950 and 1976',
    'bài viết, hai tác giả, mất 1950 và 1976',
    {
      ...BASE,
      firstPublishedYear: 1940,
      authors: [...author({ died: 1950 }).authors, ...author({ died: 1976 }).authors],
    },
  ],
  [
    'text, died 1960, published 1960',
    'bài viết, mất 1960, công bố 1960',
    { ...BASE, ...author({ died: 1960 }) },
  ],
  [
    'text, died 1960, published 1961',
    'bài viết, mất 1960, công bố 1961',
    { ...BASE, ...author({ died: 1960 }), firstPublishedYear: 1961 },
  ],
  [
    'text, died 1960, never published',
    'bài viết, mất 1960, chưa công bố',
    { ...BASE, ...author({ died: 1960 }), published: 'no', firstPublishedYear: null },
  ],
  [
    'photograph, fixed 1990, published 2015',
    'ảnh, định hình 1990, công bố 2015',
    { ...PHOTO, ...author({ living: true }), fixedYear: 1990, firstPublishedYear: 2015 },
  ],
  [
    'photograph, fixed 1990, published 2016',
    'ảnh, định hình 1990, công bố 2016',
    { ...PHOTO, ...author({ living: true }), fixedYear: 1990, firstPublishedYear: 2016 },
  ],
  [
    'photograph, fixed 2001, never published',
    'ảnh, định hình 2001, chưa công bố',
    { ...PHOTO, ...author({ living: true }), fixedYear: 2001, published: 'no' },
  ],
  [
    'photograph, fixed 2000, never published',
    'ảnh, định hình 2000, chưa công bố',
    { ...PHOTO, ...author({ living: true }), fixedYear: 2000, published: 'no' },
  ],
  [
    'photograph, fixed 1955, published 1959',
    'ảnh, định hình 1955, công bố 1959',
    { ...PHOTO, fixedYear: 1955, firstPublishedYear: 1959 },
  ],
  [
    'photograph, fixed 1955, published 1960',
    'ảnh, định hình 1955, công bố 1960',
    { ...PHOTO, fixedYear: 1955, firstPublishedYear: 1960 },
  ],
  [
    'anonymous text, published 1980',
    'bài viết khuyết danh, công bố 1980',
    { ...BASE, authors: [], anonymous: true, firstPublishedYear: 1980 },
  ],
  [
    'text under a pen name only, published 1980',
    'bài viết chỉ có bút danh, công bố 1980',
    { ...BASE, authors: [{ penName: 'A' }], firstPublishedYear: 1980 },
  ],
];
