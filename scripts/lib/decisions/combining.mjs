import { said, table } from './markdown.mjs';
import { caseTable, licenceOf, sample } from './samples.mjs';

const matrix = (rules, parts, test) =>
  table(
    ['part ↓ whole →', ...rules.licences.map(({ code }) => `\`${code}\``)],
    parts.map((part) => [
      `\`${part.code}\``,
      ...rules.licences.map((whole) => (test(whole, part) ? '✓' : '–')),
    ]),
  );

/** 5 and 6: works of others inside. */
export const combining = (rules) => `## 5 Works of others, unmodified

The licence shown for the whole may not be wider than that of any part. Works permitted by a paper, without a licence of their own: table 4.

${matrix(rules, rules.licences, (whole, part) => rules.licenceExcess(whole, part).length === 0)}

${said([
  [
    'The rule behind it, also for a licence that is not listed: the whole may permit nothing (`copy`, `share`, `adapt`, `commercial`) that the part does not; when the part asks share-alike and the whole permits `adapt`, the whole must ask share-alike too; when the part asks attribution and the whole permits anything, the whole must ask attribution too, so that CC0 or the mark for the whole is refused as soon as one part is under CC BY; what is reserved for named portals stays so.',
    'Quy tắc chung, kể cả với giấy phép không có trong bảng: cả học liệu không được cho phép việc gì (`copy`, `share`, `adapt`, `commercial`) mà thành phần không cho; thành phần đòi chia sẻ tương tự mà cả học liệu cho `adapt` thì cả học liệu cũng phải đòi; thành phần đòi ghi công mà cả học liệu cho phép bất cứ việc gì thì cả học liệu cũng phải đòi ghi công, nên chỉ cần một thành phần CC BY là không dùng được CC0 hay nhãn phạm vi công cộng cho cả học liệu; thứ chỉ dành cho các cổng được chỉ định thì vẫn như vậy.',
  ],
  [
    'For a part with a licence of its own and a paper, both hold: this table and table 4. For a part under a viewing-only basis, the licence of the whole must permit nothing.',
    'Thành phần vừa có giấy phép vừa có văn bản cho phép thì phải qua cả bảng này và bảng 4. Có thành phần chỉ được xem thì giấy phép của cả học liệu không được cho phép việc gì ngoài xem.',
  ],
  [
    'Every component must also pass by itself, by its own basis, papers, days and consent, for the uses of the whole (table 8 says which rules are asked of it; a licence of its own only on the basis `open_licence`). A component that does not pass is named, and refuses the whole at the same step.',
    'Mỗi thành phần còn phải tự đủ điều kiện: căn cứ, văn bản, thời hạn, đồng ý về hình ảnh, cho các mục đích của cả học liệu (bảng 8 ghi quy tắc nào áp dụng; chỉ căn cứ giấy phép mở mới đòi giấy phép riêng). Thành phần chưa đủ thì được nêu tên và cả học liệu bị từ chối ở cùng bước.',
  ],
])}

${caseTable(rules, componentCases(rules))}

## 6 Works of others, adapted

Compiled, translated or otherwise adapted (use \`adapt\`): the licence of the whole must be ✓ for every source; when none is, the adaptation is refused. Sources under other licences: table 5.

${matrix(
  rules,
  rules.licences.filter((licence) => rules.isCharted(licence)),
  (whole, part) => rules.mayLicenseAdaptation(whole, [part.code]),
)}

${said([
  [
    'Several sources: what is left is what every one of them allows. BY-SA with BY-NC leaves nothing; an ND source blocks every adaptation, also for its own lack of `derive` (table 2). A source that is not in this table, such as an older version or a licence of our own, binds as in table 5; one permitted by a paper binds as in table 4 and must grant `derive`.',
    'Nhiều nguồn: chỉ còn giấy phép mà mọi nguồn đều cho. BY-SA với BY-NC thì không còn giấy phép nào; nguồn ND chặn mọi bản chuyển thể, vì cũng không cho làm tác phẩm phái sinh (bảng 2). Nguồn không có trong bảng này, ví dụ phiên bản cũ hoặc giấy phép của Hà Nội, thì theo bảng 5; nguồn dùng theo văn bản cho phép thì theo bảng 4 và phải có quyền làm tác phẩm phái sinh.',
  ],
  [
    'The mark states a fact and is given to no adaptation of a source; an adaptation without works of others inside keeps what table 3 gives.',
    'Nhãn phạm vi công cộng chỉ nêu một sự thật, không dùng cho bản chuyển thể từ nguồn khác; bản chuyển thể không chứa tác phẩm của người khác thì theo bảng 3.',
  ],
])}`;

const componentCases = (rules) => {
  const part = (basis, licence, changes = {}) => ({
    components: [sample(basis, rules, { component: 'A', ...changes })],
    componentLicences: [licence && licenceOf(rules, licence)],
  });
  const whole = (licence, parts, changes = {}) => ({
    record: sample('employment', rules),
    licence: licenceOf(rules, licence),
    ...parts,
    ...changes,
  });
  const adapt = { intendedUse: ['open_digital', 'adapt'] };
  const both = (one, two) => ({
    components: [...one.components, ...two.components],
    componentLicences: [...one.componentLicences, ...two.componentLicences],
  });
  return [
    [
      'CC BY whole, CC BY-NC picture, unmodified',
      'cả học liệu CC BY, ảnh CC BY-NC giữ nguyên',
      whole('CC-BY-4.0', part('open_licence', 'CC-BY-NC-4.0')),
    ],
    [
      'CC0 whole, CC BY picture, unmodified',
      'cả học liệu CC0, ảnh CC BY giữ nguyên',
      whole('CC0-1.0', part('open_licence', 'CC-BY-4.0')),
    ],
    [
      'CC BY whole, CC BY-SA text, unmodified',
      'cả học liệu CC BY, bài CC BY-SA giữ nguyên',
      whole('CC-BY-4.0', part('open_licence', 'CC-BY-SA-4.0')),
    ],
    [
      'CC BY whole, CC BY-SA text, adapted',
      'cả học liệu CC BY, bài CC BY-SA được chuyển thể',
      whole('CC-BY-4.0', part('open_licence', 'CC-BY-SA-4.0'), adapt),
    ],
    [
      'CC BY-SA whole, CC BY-SA and CC BY-NC sources, adapted',
      'cả học liệu CC BY-SA, nguồn CC BY-SA và CC BY-NC được chuyển thể',
      whole(
        'CC-BY-SA-4.0',
        both(part('open_licence', 'CC-BY-SA-4.0'), part('open_licence', 'CC-BY-NC-4.0')),
        adapt,
      ),
    ],
    [
      'CC BY whole, CC BY-ND source, adapted',
      'cả học liệu CC BY, nguồn CC BY-ND được chuyển thể',
      whole('CC-BY-4.0', part('open_licence', 'CC-BY-ND-4.0'), adapt),
    ],
    [
      'CC BY whole, an open component whose licence is not chosen yet',
      'cả học liệu CC BY, thành phần mở chưa chọn giấy phép',
      whole('CC-BY-4.0', part('open_licence', null)),
    ],
    [
      'CC BY whole, a picture by letter, without the right to sub-license',
      'cả học liệu CC BY, ảnh theo thư cho phép, không được cho người khác dùng lại',
      whole('CC-BY-4.0', part('licensed', null, { sublicence: false })),
    ],
    [
      'CC BY whole, an excerpt under the teaching exception, open to all',
      'cả học liệu CC BY, trích đoạn theo ngoại lệ giảng dạy, công bố rộng rãi',
      whole('CC-BY-4.0', part('teaching_exception', null)),
    ],
    [
      'viewing-only whole, the same excerpt, named portals',
      'cả học liệu chỉ xem, trích đoạn đó, các cổng được chỉ định',
      whole('HN-XEM', part('teaching_exception', null), { intendedUse: ['named_portals'] }),
    ],
  ];
};
