import { said, table } from './markdown.mjs';
import { TODAY } from './samples.mjs';
import { cases, edges } from './term-edges.mjs';
import { lines } from './term-lines.mjs';

/** 7: the term of protection. */
export const terms = (rules) => {
  const { periods, text } = rules;
  return `## 7 Term of protection

The first line that fits counts. Who owns the work does not matter. With a last day: \`protected\` through that day, \`public_domain\` from the next. \`undetermined\`: the missing fact has to be found, nobody can decide it away. \`manual_review\`: a person decides, by name; public domain is then possible only with that decision on the record. Not verified, and therefore kept as data: ${periods.unverified.join('; ')}.

${table(
  ['no.', 'work', 'outcome', 'last day', 'Vietnamese'],
  lines(periods).map(([en, vi, facts, last], index) => {
    const { outcome, lastDay } = rules.protectionTerm(facts, TODAY);
    if (!!lastDay !== last.startsWith('31')) throw new Error(`the term of “${en}” has changed`);
    const shown = lastDay ? '`protected` or `public_domain`' : `\`${outcome}\``;
    return [String(index + 1), en, shown, last, vi];
  }),
)}

${table(
  ['outcome', 'English', 'Vietnamese', 'public domain may be claimed'],
  rules.TERM_OUTCOMES.map((outcome) => [
    `\`${outcome}\``,
    text('en', `rights:codes.termOutcome.${outcome}`),
    text('vi', `rights:codes.termOutcome.${outcome}`),
    { public_domain: 'yes', not_protected: 'yes', manual_review: 'only by a named decision' }[
      outcome
    ] ?? 'no',
  ]),
)}

${said(edges(periods))}

Edges, reckoned on ${TODAY}. The author is Vietnamese and died in the year given.

${examples(rules)}`;
};

const examples = (rules) =>
  table(
    ['work', 'tác phẩm', 'outcome', 'last day'],
    cases().map(([en, vi, facts]) => {
      const { outcome, lastDay } = rules.protectionTerm(facts, TODAY);
      return [en, vi, `\`${outcome}\``, lastDay ?? '–'];
    }),
  );
