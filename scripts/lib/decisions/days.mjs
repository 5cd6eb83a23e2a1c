import { said } from './markdown.mjs';
import { TODAY, caseTable, licenceOf, sample } from './samples.mjs';

const BEFORE = '2026-11-24';
const AFTER = '2026-11-26';

/** 9: the days of a grant, of an embargo, of a review. */
export const days = (rules) => `## 9 Days

The day of the case is ${TODAY}. For a publication that is scheduled, the day is the one it is scheduled for. The days of a grant have nothing to do with the term of protection (table 7).

${said([
  [
    'The first and the last day of a grant belong to it. An embargo blocks publication through its own last day, and nothing before publication. A review date that has passed refuses nothing and takes nothing down.',
    'Ngày đầu và ngày cuối của thời hạn được phép đều được tính. Ngày giữ chưa công bố chặn xuất bản đến hết chính ngày đó, và không chặn các bước trước. Ngày rà soát đã qua không làm từ chối hay gỡ xuống.',
  ],
  [
    'A publication comes down by itself on the day after the earliest last day of its own grant and of its components’ grants. The end of protection, an embargo and a review date take nothing down.',
    'Học liệu tự được gỡ xuống vào ngày sau ngày cuối sớm nhất của thời hạn được phép, của cả học liệu hoặc của thành phần. Hết thời hạn bảo hộ, ngày giữ chưa công bố và ngày rà soát không gỡ gì xuống.',
  ],
  [
    `Before the last day of a grant or of an embargo, and before a day of review, a notice goes out ${rules.notices.before.join(', ')} days ahead; each once. Whoever looks late gives the nearest one only. The editors hear of it from ${String(rules.notices.editorsWithin)} days on.`,
    `Trước ngày cuối được phép, ngày cuối giữ chưa công bố và ngày rà soát có nhắc trước ${rules.notices.before.join(', ')} ngày; mỗi lần một thông báo. Nếu nhắc muộn thì chỉ còn lần gần nhất. Người thẩm định được báo từ ${String(rules.notices.editorsWithin)} ngày trước.`,
  ],
])}

${caseTable(rules, cases(rules))}`;

const cases = (rules) => {
  const of = (changes) => ({
    record: sample('employment', rules, changes),
    licence: licenceOf(rules, 'HN-NOI-BO'),
    intendedUse: ['named_portals'],
  });
  const held = (embargoUntil) => ({ ...of({}), embargoUntil });
  return [
    ['the grant begins today', 'thời hạn bắt đầu hôm nay', of({ termFrom: TODAY })],
    ['the grant begins tomorrow', 'thời hạn bắt đầu ngày mai', of({ termFrom: AFTER })],
    ['the grant ends today', 'thời hạn kết thúc hôm nay', of({ termTo: TODAY })],
    ['the grant ended yesterday', 'thời hạn đã hết hôm qua', of({ termTo: BEFORE })],
    [
      'the grant ends before it begins',
      'thời hạn kết thúc trước khi bắt đầu',
      of({ termFrom: AFTER, termTo: TODAY }),
    ],
    [
      'a component’s grant ended yesterday',
      'thời hạn của một thành phần đã hết hôm qua',
      {
        ...of({}),
        components: [sample('licensed', rules, { component: 'A', termTo: BEFORE })],
        componentLicences: [null],
      },
    ],
    ['embargo until today', 'giữ chưa công bố đến hết hôm nay', held(TODAY)],
    ['embargo until yesterday', 'giữ chưa công bố đến hết hôm qua', held(BEFORE)],
    ['embargo until a day that is none', 'ngày giữ chưa công bố không hợp lệ', held('31/12/2026')],
    ['review due today', 'ngày rà soát là hôm nay', of({ nextReview: TODAY })],
    ['review due yesterday', 'ngày rà soát là hôm qua', of({ nextReview: BEFORE })],
  ];
};
