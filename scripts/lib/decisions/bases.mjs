import { said, table, ticks, yes } from './markdown.mjs';
import { caseTable, licenceOf, sample } from './samples.mjs';

/** 1: what proves each basis. */
export const bases = (rules) => `## 1 Basis

One paper must carry everything that must be entered; a consent to the use of a person’s image proves no right in the work.

${requirements(rules)}

${said([
  [
    '“Must be entered”: its absence refuses from submission on. “Asked for”: its absence is pointed out and refuses nothing.',
    '“Must be entered” là mục bắt buộc: thiếu thì không nộp được. “Asked for” là mục nên có: thiếu thì chỉ nhắc, không từ chối.',
  ],
  [
    'Number, date and issuer must stand on one paper with a file; they are not put together from two. A paper without a file counts for nothing. Another kind of paper than the usual ones, and a paper whose kind was not chosen, are accepted; the first is pointed out.',
    'Số, ngày và nơi ban hành phải có đủ trên cùng một văn bản có tệp, không cộng từ hai văn bản. Văn bản không có tệp thì coi như không có. Loại văn bản khác thường vẫn được nhận nhưng bị nhắc; chưa chọn loại văn bản thì không bị nhắc.',
  ],
  [
    'A decision that only annexes a handbook does not make the handbook an official document: that is a question for the editor. An official document of another type than text is pointed out.',
    'Sổ tay, tài liệu kèm theo quyết định không mặc nhiên là văn bản của Nhà nước: phải hỏi người thẩm định. Văn bản của Nhà nước mà loại hình không phải tác phẩm viết thì bị nhắc.',
  ],
  [
    'Output of AI alone needs no grant and no scope, whatever its basis; the papers and the owner of its basis are still asked for.',
    'Sản phẩm do AI tạo ra toàn bộ không cần ai cho phép và không cần phạm vi quyền, theo căn cứ nào cũng vậy; văn bản chứng minh và chủ sở hữu vẫn theo căn cứ.',
  ],
])}

${caseTable(rules, evidenceCases(rules))}`;

const requirements = ({ BASES, BASIS_REQUIREMENTS, text }) =>
  table(
    [
      'basis',
      'English',
      'Vietnamese',
      'source',
      'usual papers (one of)',
      'must be entered',
      'asked for',
      'owner named',
      'scope',
      'a licence to others needs sub-licensing',
      'viewing on named portals only',
    ],
    BASES.map((basis) => {
      const rule = BASIS_REQUIREMENTS[basis];
      return [
        `\`${basis}\``,
        text('en', `rights:codes.basis.${basis}`),
        text('vi', `rights:codes.basis.${basis}`),
        text('en', `rights:articles.${rule.article}`),
        rule.papers.map((kind) => text('en', `rights:codes.evidenceKind.${kind}`)).join('; '),
        ticks(rule.demanded),
        ticks(rule.expected),
        yes(rule.owner),
        shownScope(rule.scope),
        yes(rule.sublicence),
        yes(rule.restricted),
      ];
    }),
  );

const shownScope = (scope) => {
  if (scope === null) return 'as granted';
  return scope === 'licence' ? 'what the licence permits' : ticks(scope);
};

const evidenceCases = (rules) => {
  const paper = { document: 'a', number: '1', date: '2025-01-02', issuer: 'A' };
  const of = (basis, evidence, changes = {}) => ({
    record: sample(basis, rules, { evidence, ...changes }),
    licence: licenceOf(rules, basis === 'official_document' ? 'CC-PDM-1.0' : 'CC-BY-4.0'),
  });
  return [
    [
      'employment: a decision with its date, without a number',
      'làm theo nhiệm vụ: quyết định có ngày, không có số',
      of('employment', [{ ...paper, number: '' }]),
    ],
    [
      'employment: a decision without its date',
      'làm theo nhiệm vụ: quyết định không có ngày',
      of('employment', [{ ...paper, date: '' }]),
    ],
    [
      'employment: number and date entered, no file',
      'làm theo nhiệm vụ: có số, có ngày nhưng không có tệp',
      of('employment', [{ ...paper, document: null }]),
    ],
    [
      'official document: number and date, no issuer',
      'văn bản của Nhà nước: có số, có ngày, thiếu cơ quan ban hành',
      of('official_document', [{ ...paper, issuer: '' }]),
    ],
    [
      'official document: number on one paper, date and issuer on another',
      'văn bản của Nhà nước: số ở một văn bản, ngày và cơ quan ban hành ở văn bản khác',
      of('official_document', [
        { ...paper, date: '', issuer: '' },
        { ...paper, number: '' },
      ]),
    ],
    [
      'official document: a film',
      'văn bản của Nhà nước: là phim',
      of('official_document', [paper], { workType: 'film' }),
    ],
    [
      'State-owned: a paper without number, date and issuer',
      'Nhà nước là chủ sở hữu: văn bản không có số, ngày, nơi ban hành',
      of('state_owned', [{ document: 'a' }]),
    ],
    [
      'open licence: a copy of the page without its date',
      'giấy phép mở: bản chụp trang không ghi ngày',
      of('open_licence', [{ document: 'a', kind: 'open_licence_copy' }]),
    ],
    [
      'licensed: the only file is a consent to the use of an image',
      'được cho phép: chỉ có tệp đồng ý dùng hình ảnh',
      of('licensed', [{ ...paper, kind: 'portrait_consent' }]),
    ],
    [
      'licensed: a paper of kind “other”, complete',
      'được cho phép: loại văn bản “khác”, đủ chi tiết',
      of('licensed', [{ ...paper, kind: 'other' }]),
    ],
  ];
};
