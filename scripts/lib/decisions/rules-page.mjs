import { table, ticks } from './markdown.mjs';

const STEPS = {
  submit: 'Refused from submission on',
  approve: 'Refused from approval on',
  publish: 'Refused at publication',
  never: 'Warnings',
};

/** `docs/reference/rights-rules.md` with the tables that stand between its marks made anew. */
export function withRightsTables(page, rules) {
  const tables = { rules: ruleTables(rules), bases: basisTable(rules) };
  return Object.entries(tables).reduce((text, [name, made]) => {
    const mark = `<!-- made by \`npm run generate\`: the ${name} -->`;
    const [before, after] = text.split(mark);
    const end = after?.indexOf('<!-- end -->') ?? -1;
    if (end < 0) throw new Error(`rights-rules.md has no place for the ${name}`);
    return `${before}${mark}\n\n${made}\n\n${after.slice(end)}`;
  }, page);
}

const ruleTables = ({ RULES, text }) =>
  Object.entries(STEPS)
    .map(([step, heading]) => {
      const codes = Object.keys(RULES).filter((code) => RULES[code].stage === step);
      const rows = codes.map((code) => [
        `\`${code}\``,
        text('en', `rights:articles.${RULES[code].article}`),
        text('en', `rights:reasons.${code}.message`),
        text('en', `rights:reasons.${code}.remedy`),
      ]);
      return `### ${heading}\n\n${table(['code', 'source', 'rule', 'remedy'], rows)}`;
    })
    .join('\n\n');

const basisTable = ({ BASES, BASIS_REQUIREMENTS, text }) =>
  table(
    ['basis', 'source', 'demanded', 'asked for', 'scope', 'owner', 'named portals only'],
    BASES.map((basis) => {
      const { article, demanded, expected, scope, owner, sublicence, restricted } =
        BASIS_REQUIREMENTS[basis];
      const given = scope === 'licence' ? 'what the licence permits' : ticks(scope ?? []);
      const granted = sublicence
        ? 'as granted; a licence to others needs the right to sub-license'
        : 'as granted';
      return [
        `\`${basis}\``,
        text('en', `rights:articles.${article}`),
        ticks(demanded),
        ticks(expected),
        scope === null ? granted : given,
        owner ? 'named' : '–',
        restricted ? 'viewing, no download' : 'no',
      ];
    }),
  );
