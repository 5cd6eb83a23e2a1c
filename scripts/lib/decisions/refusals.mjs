import { CONDITIONS } from './conditions.mjs';
import { table } from './markdown.mjs';

const STEPS = {
  submit: 'submission',
  approve: 'approval',
  publish: 'publication',
  never: 'never: pointed out only',
};

/** 8: every refusal, when it holds and what it says. */
export const refusals = ({ RULES, text }) => {
  const lost = Object.keys(CONDITIONS).filter((code) => !(code in RULES));
  if (lost.length > 0) throw new Error(`no such rule: ${lost.join(', ')}`);
  return `## 8 When it is refused

From the step named, and at every later one; before, it is pointed out. Every condition that holds is told, not only the first. Of a component the same is asked, with its own licence.

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
