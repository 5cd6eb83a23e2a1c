import { said, table } from './markdown.mjs';
import { TODAY, caseTable, licenceOf, sample } from './samples.mjs';

/** 10: people shown, and AI. */
export const people = (rules) => `## 10 People shown, and AI

${said([
  [
    'What is recorded counts, also where a declaration says otherwise. Of a child, both the child and the representative must consent; otherwise consent is missing.',
    'Điều ghi trong khai báo quyền là điều được tính, kể cả khi cam kết nói khác. Với trẻ em phải có đồng ý của cả trẻ và người đại diện; thiếu một bên là chưa có đồng ý.',
  ],
  [
    'Output of AI alone has no copyright to license: CC0 or the mark, nothing else, with a credit line all the same. AI as a help changes nothing in the rights; what people contributed is asked for.',
    'Sản phẩm do AI tạo ra toàn bộ không có quyền tác giả để cấp phép: chỉ CC0 hoặc nhãn phạm vi công cộng, vẫn phải có dòng ghi công. AI chỉ hỗ trợ thì quyền không đổi; nên ghi phần người làm.',
  ],
])}

${caseTable(rules, peopleCases(rules))}

## 11 Who may see it

${said([
  [
    'A viewing-only basis, of the whole or of one component: named portals, viewing, no download. A licence reserved for named portals, of the whole or of one component, or uses without `open_digital`: named portals, with download. Otherwise everybody.',
    'Căn cứ chỉ cho xem, của cả học liệu hoặc của một thành phần: chỉ các cổng được chỉ định, chỉ xem, không tải về. Giấy phép dành cho các cổng được chỉ định, của cả học liệu hoặc của một thành phần, hoặc mục đích không có `open_digital`: chỉ các cổng được chỉ định, được tải về. Còn lại: mọi người.',
  ],
])}

${accessTable(rules)}`;

const peopleCases = (rules) => {
  const of = (changes, licence = 'CC-BY-4.0') => ({
    record: sample('employment', rules, changes),
    licence: licenceOf(rules, licence),
  });
  const { evidence } = sample('employment', rules);
  const consent = [...evidence, { document: 'b', kind: 'portrait_consent' }];
  const alone = { ai: { use: 'generated' }, scope: [] };
  return [
    ['nobody can be recognised', 'không có người nhận ra được', of({})],
    ['consent is missing', 'chưa có đồng ý', of({ portraitConsent: 'missing' })],
    [
      'consent obtained, with its paper',
      'đã có đồng ý, có văn bản',
      of({ portraitConsent: 'obtained', evidence: consent }),
    ],
    [
      'consent obtained, no paper',
      'đã có đồng ý, không có văn bản',
      of({ portraitConsent: 'obtained' }),
    ],
    ['not answered', 'chưa trả lời', of({ portraitConsent: null })],
    ['AI: not answered', 'AI: chưa trả lời', of({ ai: null })],
    [
      'AI as a help, what people did is described',
      'AI hỗ trợ, có ghi phần người làm',
      of({ ai: { use: 'assisted', humanContribution: 'A' } }),
    ],
    ['AI as a help, not described', 'AI hỗ trợ, không ghi', of({ ai: { use: 'assisted' } })],
    ['AI alone, CC BY', 'AI tạo ra toàn bộ, CC BY', of(alone)],
    ['AI alone, CC0', 'AI tạo ra toàn bộ, CC0', of(alone, 'CC0-1.0')],
    ['AI alone, the mark', 'AI tạo ra toàn bộ, nhãn phạm vi công cộng', of(alone, 'CC-PDM-1.0')],
    [
      'no Vietnamese credit line, public domain',
      'không có dòng ghi công tiếng Việt, thuộc về công chúng',
      {
        record: sample('public_domain', rules, { creditLine: { en: 'A' } }),
        licence: licenceOf(rules, 'CC-PDM-1.0'),
      },
    ],
  ];
};

const accessTable = (rules) => {
  const whole = (basis, licence, intendedUse, more = {}) => ({
    record: sample(basis, rules),
    licence: licenceOf(rules, licence),
    intendedUse,
    ...more,
  });
  const open = ['open_digital'];
  const parts = (basis, licence) => ({
    components: [sample(basis, rules, { component: 'A' })],
    componentLicences: [licence && licenceOf(rules, licence)],
  });
  const cases = [
    ['an ordinary work', 'học liệu thông thường', whole('employment', 'CC-BY-4.0', open)],
    ['no use stated', 'chưa nêu mục đích', whole('employment', 'CC-BY-4.0', [])],
    [
      'use `named_portals` only',
      'chỉ cho các cổng được chỉ định',
      whole('employment', 'CC-BY-4.0', ['named_portals']),
    ],
    ['licence `HN-NOI-BO`', 'giấy phép `HN-NOI-BO`', whole('employment', 'HN-NOI-BO', open)],
    [
      'a component under `HN-NOI-BO`',
      'thành phần theo `HN-NOI-BO`',
      whole('employment', 'HN-XEM', open, parts('licensed', 'HN-NOI-BO')),
    ],
    [
      'teaching exception',
      'ngoại lệ giảng dạy',
      whole('teaching_exception', 'HN-XEM', ['named_portals']),
    ],
    [
      'a component under the teaching exception',
      'thành phần theo ngoại lệ giảng dạy',
      whole('employment', 'HN-XEM', ['named_portals'], parts('teaching_exception', null)),
    ],
  ];
  return table(
    ['case', 'trường hợp', 'who may see it', 'download'],
    cases.map(([en, vi, input]) => {
      const { access, download } = rules.clearance({ ...input, purpose: 'publish', today: TODAY });
      return [en, vi, `\`${access}\``, download ? 'yes' : 'no'];
    }),
  );
};
