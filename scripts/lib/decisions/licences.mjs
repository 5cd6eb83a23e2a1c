import { said, table, ticks, yes } from './markdown.mjs';
import { TODAY, sample } from './samples.mjs';

const possible = (rules, record, licences = rules.licences) =>
  rules
    .possibleLicences({
      licences,
      record,
      components: [],
      componentLicences: [],
      intendedUse: [
        rules.BASIS_REQUIREMENTS[record.basis].restricted ? 'named_portals' : 'open_digital',
      ],
      today: TODAY,
    })
    .map(({ code }) => code);

const mark = (rules, licence, record) =>
  possible(rules, record, [licence]).length > 0 ? '✓' : '–';

/** 3: which licences a basis carries. */
export const licences = (rules) => `## 3 Licences by basis

Everything granted, for good, worldwide, nothing of others inside. ✓ possible, – refused. \`open_licence\`: of the possible ones the one that the source states. On every basis but \`official_document\` and \`public_domain\` the work is taken to be still protected; of a work that table 7 calls \`public_domain\`, the mark and the \`NoC\` statements are possible on the bases “as granted” too. The last column is output of AI alone, whatever its basis.

*Bảng giả định được phép mọi việc, mãi mãi, ở mọi nơi, không chứa tác phẩm của người khác, và tác phẩm còn được bảo hộ (trừ căn cứ văn bản của Nhà nước và thuộc về công chúng). Tác phẩm mà bảng 7 cho kết quả \`public_domain\` thì căn cứ có phạm vi theo văn bản cũng dùng được nhãn phạm vi công cộng và các tuyên bố \`NoC\`.*

${table(
  ['licence', ...rules.BASES.map((basis) => `\`${basis}\``), 'AI alone'],
  rules.licences.map((licence) => [
    `\`${licence.code}\``,
    ...rules.BASES.map((basis) => mark(rules, licence, sample(basis, rules))),
    mark(rules, licence, sample('employment', rules, { ai: { use: 'generated' } })),
  ]),
)}

What a licence permits:

${table(
  ['licence', 'English', 'Vietnamese', 'permits', 'asks', 'named portals only', 'kind'],
  rules.licences.map(({ code, label, permits, conditions, reservedForPortals, kind }) => [
    `\`${code}\``,
    label.en,
    label.vi,
    ticks(permits),
    ticks(conditions),
    yes(reservedForPortals),
    `\`${kind}\``,
  ]),
)}

${said([
  [
    'A “Creative Commons licence” is one of the kind `creative_commons`; CC0 and the mark are of the kind `public_domain` and are not meant by it. Where they count as well it is said: CC0 is open for `licence_not_open` and on the chart of table 6; CC0 and the mark are for good and worldwide in table 4; `licence_on_free_work` means neither.',
    '“Giấy phép Creative Commons” là loại `creative_commons`; CC0 và nhãn phạm vi công cộng thuộc loại `public_domain`, không tính vào đó. Chỗ nào có tính thì nói rõ: CC0 được coi là giấy phép mở ở `licence_not_open` và có trong bảng 6; CC0 và nhãn có giá trị mãi mãi, ở mọi nơi trong bảng 4; `licence_on_free_work` không tính cả hai.',
  ],
  [
    'The mark (`CC-PDM-1.0`) and the statements that begin with `NoC` say that a work is free. They are possible on a free work only: an official document, output of AI alone (the mark), or a work of which table 7 says `public_domain`, on whatever basis; of which it says `manual_review`, only on the basis `public_domain` with a named decision. On the basis `public_domain` the claim itself is judged (`public_domain_unproven`, `public_domain_undecided`), not the statement.',
    'Nhãn `CC-PDM-1.0` và các tuyên bố bắt đầu bằng `NoC` nói rằng tác phẩm không còn được bảo hộ. Chỉ dùng được cho tác phẩm như vậy: văn bản của Nhà nước, sản phẩm do AI tạo ra toàn bộ (chỉ nhãn), hoặc tác phẩm mà bảng 7 cho kết quả `public_domain`, theo căn cứ nào cũng được; nếu kết quả là `manual_review` thì chỉ với căn cứ “Thuộc về công chúng” và có kết luận ghi tên. Với căn cứ “Thuộc về công chúng”, điều được xét là chính căn cứ đó.',
  ],
  [
    'On a free work (basis `official_document` or `public_domain`) a Creative Commons licence or a local one is possible, but pointed out: it puts conditions on what is free to all.',
    'Với căn cứ văn bản của Nhà nước hoặc thuộc về công chúng, chọn giấy phép Creative Commons hay giấy phép của Hà Nội vẫn được nhưng bị nhắc, vì đặt điều kiện cho thứ ai cũng được dùng.',
  ],
  [
    'Viewing only (teaching exception, accessible copy): a licence that permits nothing.',
    'Căn cứ chỉ cho xem (ngoại lệ giảng dạy, bản sao dễ tiếp cận): chỉ giấy phép không cho phép việc gì ngoài xem.',
  ],
])}`;

const NARROW = (without) => [
  ['`reproduce` not granted', 'không được sao chép', without('reproduce')],
  [
    '`communicate_to_public` not granted',
    'không được truyền đạt tới công chúng',
    without('communicate_to_public'),
  ],
  ['`derive` not granted', 'không được làm tác phẩm phái sinh', without('derive')],
  ['`distribute` not granted', 'không được phân phối bản sao', without('distribute')],
  [
    'no right to sub-license (`licensed`)',
    'không được cho người khác dùng lại',
    { sublicence: false },
  ],
  ['only in Vietnam or in Hanoi', 'chỉ ở Việt Nam hoặc Hà Nội', { territory: 'vietnam' }],
  ['until a day', 'chỉ đến một ngày', { termTo: '2030-12-31' }],
];

/** 4: what a narrow grant takes away. */
export const narrowing = (rules) => {
  const without = (scope) => ({ scope: rules.SCOPES.filter((one) => one !== scope) });
  const all = possible(rules, sample('licensed', rules));
  return `## 4 What a narrow grant takes away

For the bases whose scope is “as granted”. Each line takes its licences out of those of table 3; the lines add up.

${table(
  ['the grant', 'licences no longer possible', 'Vietnamese'],
  NARROW(without).map(([en, vi, changes]) => {
    const left = possible(rules, sample('licensed', rules, changes));
    return [en, ticks(all.filter((code) => !left.includes(code))), vi];
  }),
)}

${said([
  [
    'The rule behind it, also for a licence that is not listed: `copy` needs `reproduce`, `share` needs `communicate_to_public`, `adapt` needs `derive`; on the basis `licensed`, whatever permits anything needs the right to sub-license; a Creative Commons licence, CC0 or the mark is for good and for the whole world, so it needs a grant without a last day and without borders. `commercial` needs no scope of its own.',
    'Quy tắc chung, kể cả với giấy phép không có trong bảng: cho `copy` cần quyền sao chép, cho `share` cần quyền truyền đạt tới công chúng, cho `adapt` cần quyền làm tác phẩm phái sinh; với căn cứ “Được cho phép sử dụng”, giấy phép cho phép bất cứ việc gì đều cần quyền cho người khác dùng lại; giấy phép Creative Commons, CC0 và nhãn phạm vi công cộng có giá trị mãi mãi, ở mọi nơi, nên cần sự cho phép không có ngày cuối và không giới hạn lãnh thổ. `commercial` không cần phạm vi riêng.',
  ],
  [
    `The territory is unlimited when it is empty (on the basis \`licensed\` that is pointed out) or one of: ${rules.WORLDWIDE.map((word) => `“${word}”`).join(', ')}. Any other words limit it.`,
    'Lãnh thổ để trống coi như không giới hạn (với căn cứ “Được cho phép sử dụng” thì bị nhắc); mọi cách ghi khác các từ trên đều là giới hạn.',
  ],
  [
    'On the other bases (open licence, official document, public domain), and for output of AI alone, nothing is granted, so no grant is too narrow for a licence; a last day that was entered all the same still ends the use (table 9).',
    'Với các căn cứ khác (giấy phép mở, văn bản của Nhà nước, thuộc về công chúng) và sản phẩm do AI tạo ra toàn bộ, không có sự cho phép nào để so; nhưng nếu vẫn ghi ngày cuối thì hết ngày đó là hết được dùng (bảng 9).',
  ],
])}`;
};
