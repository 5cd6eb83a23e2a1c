import { said, table, ticks } from './markdown.mjs';
import { licenceOf, sample } from './samples.mjs';

/** 2: what each use needs, and which basis carries it. */
export const uses = (rules) => `## 2 Use

Without an answer the use is \`open_digital\`. Several uses need what each of them needs.

${needed(rules)}

${said([
  [
    'The use is that of the whole; every component inside must carry it too, by its own basis or licence.',
    'Mục đích sử dụng là của cả học liệu; mỗi thành phần bên trong cũng phải dùng được cho mục đích đó, theo căn cứ hoặc giấy phép của chính nó.',
  ],
  [
    'A basis for viewing only carries the use `named_portals` and no other, also beside it. Where nothing of the scope was entered yet, only that is said.',
    'Căn cứ chỉ cho xem thì chỉ dùng được cho các cổng được chỉ định, không kèm mục đích nào khác. Khi chưa ghi phạm vi quyền nào thì chỉ báo thiếu phạm vi.',
  ],
])}

What each basis carries, when everything that can be granted is granted (an open licence: CC BY):

${byBasis(rules)}

What an open licence of a source carries:

${byLicence(rules)}`;

const needed = ({ INTENDED_USES, neededScope, text }) =>
  table(
    ['use', 'English', 'scope it needs', 'Vietnamese'],
    INTENDED_USES.map((use) => [
      `\`${use}\``,
      text('en', `rights:codes.intendedUse.${use}`),
      ticks(neededScope([use])),
      text('vi', `rights:codes.intendedUse.${use}`),
    ]),
  );

const carries = (rules, record, licence, use) =>
  rules
    .recordConditions({ record, licence, intendedUse: [use], today: '2026-11-25' })
    .some(({ code }) => code === 'scope_insufficient' || code === 'restricted_to_portals')
    ? '–'
    : '✓';

const byBasis = (rules) =>
  table(
    ['basis', ...rules.INTENDED_USES.map((use) => `\`${use}\``)],
    rules.BASES.map((basis) => [
      `\`${basis}\``,
      ...rules.INTENDED_USES.map((use) =>
        carries(rules, sample(basis, rules), licenceOf(rules, 'CC-BY-4.0'), use),
      ),
    ]),
  );

const byLicence = (rules) =>
  table(
    ['licence of the source', ...rules.INTENDED_USES.map((use) => `\`${use}\``)],
    rules.licences
      .filter((licence) => rules.isOpen(licence))
      .map((licence) => [
        `\`${licence.code}\``,
        ...rules.INTENDED_USES.map((use) =>
          carries(rules, sample('open_licence', rules), licence, use),
        ),
      ]),
  );
