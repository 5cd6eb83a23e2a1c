import { CONDITIONS } from './conditions.mjs';
import { said, table } from './markdown.mjs';

const STEPS = {
  submit: 'submission',
  approve: 'approval',
  publish: 'publication',
  never: 'never: pointed out only',
};

const HOW = [
  [
    'It refuses from the step named, and at every later one; before, it is pointed out. Every condition that holds is told, not only the first.',
    'Từ chối từ bước đã nêu và ở mọi bước sau; trước đó chỉ nhắc. Mọi điều kiện chưa đạt đều được nêu, không chỉ điều đầu tiên.',
  ],
  [
    'Of a component everything is asked that is about its own record, with its own licence. What sets the licence against the record (`licence_too_broad`, `licence_not_open`, `statement_untrue`, `ai_generated_licence`, `licence_on_free_work`) and the embargo are asked of the whole only; a component is set against the licence of the whole (`licence_broader_than_component`, and when adapted `licence_incompatible`, `sources_incompatible`).',
    'Với thành phần, xét mọi điều về khai báo của chính nó, với giấy phép của nó. Các quy tắc so giấy phép với khai báo (`licence_too_broad`, `licence_not_open`, `statement_untrue`, `ai_generated_licence`, `licence_on_free_work`) và ngày giữ chưa công bố chỉ xét cho cả học liệu; thành phần được so với giấy phép của cả học liệu (`licence_broader_than_component`, khi chuyển thể thì `licence_incompatible`, `sources_incompatible`).',
  ],
];

/** 8: every refusal, when it holds and what it says. */
export const refusals = ({ RULES, text }) => {
  const lost = Object.keys(CONDITIONS).filter((code) => !(code in RULES));
  if (lost.length > 0) throw new Error(`no such rule: ${lost.join(', ')}`);
  return `## 8 When it is refused

${said(HOW)}

${table(
  ['code', 'refused from', 'source', 'holds when', 'khi nào'],
  Object.entries(RULES).map(([code, { stage, article }]) => {
    const when = CONDITIONS[code];
    if (!when) throw new Error(`when does ${code} hold?`);
    return [`\`${code}\``, STEPS[stage], text('en', `rights:articles.${article}`), ...when];
  }),
)}

What it says, and what to do:

${table(
  ['code', 'rule', 'remedy', 'Vietnamese', 'cách xử lý'],
  Object.keys(RULES).map((code) => [
    `\`${code}\``,
    text('en', `rights:reasons.${code}.message`),
    text('en', `rights:reasons.${code}.remedy`),
    text('vi', `rights:reasons.${code}.message`),
    text('vi', `rights:reasons.${code}.remedy`),
  ]),
)}

Where the source is the basis itself (evidence, scope, a licence wider than the grant, viewing only) the answer names the article of the basis (table 1) instead.`;
};
