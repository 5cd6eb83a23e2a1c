import { NO_RULES } from './guards';

export interface Verdict {
  family: string;
  rule: string;
  /** The first cell that turned red when the rule was deleted. */
  red: string | undefined;
}

const FAMILIES: Record<string, [title: string, text: string]> = {
  operations: [
    'Operations of the collections',
    'Who may do what with which document, replaced by “everybody”.',
  ],
  fields: ['Fields', 'What nobody reads or writes by hand, replaced by “everybody”.'],
  guards: [
    'Guards in intake, endpoints and steps',
    'Conditions in the code that turn somebody away, taken out.',
  ],
  conditions: [
    'What the public side asks of a publication',
    'Conditions of its store on SQLite, taken out of the question.',
  ],
  conditionsOnMongodb: [
    'What the public side asks of a publication on MongoDB',
    'Conditions of its other store, by a run with `TEST_DATABASE_URL`.',
  ],
};

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('`', "'");

function section(family: string, verdicts: Verdict[]): string[] {
  const [title, text] = FAMILIES[family] ?? ['', ''];
  return [
    `## ${title}`,
    '',
    `${text} ${String(verdicts.length)} rules.`,
    '',
    '| rule | first cell that turned red |',
    '| --- | --- |',
    ...verdicts.map(({ rule, red }) => `| \`${cell(rule)}\` | ${cell(red ?? 'none')} |`),
    '',
  ];
}

/** A section as an earlier run wrote it. */
function kept(family: string, before: string): string[] {
  const start = before.indexOf(`## ${FAMILIES[family]?.[0] ?? ''}\n`);
  if (start < 0) return [];
  return before
    .slice(start, before.indexOf('\n## ', start) + 1)
    .split('\n')
    .slice(0, -1);
}

/**
 * The list for people: each rule and what showed that it was gone. What this run did not ask whole
 * stays as it stood before.
 */
export function page(verdicts: Verdict[], whole: ReadonlySet<string>, before: string): string {
  const parts = Object.keys(FAMILIES).flatMap((family) => {
    const rows = verdicts.filter((one) => one.family === family);
    return whole.has(family) && rows.length > 0 ? section(family, rows) : kept(family, before);
  });
  const others = Object.entries(NO_RULES).map(([id, why]) => `| \`${cell(id)}\` | ${why} |`);
  return [
    '<!-- Written by `npm run leaks:rules`. -->',
    '',
    '# Access rules, each deleted once',
    '',
    'Every rule that keeps somebody from something was taken out alone, and the leak matrix asked until',
    'one of its cells turned red. A rule that nobody would miss makes the run fail.',
    '',
    ...parts,
    '## Checks that are no rules',
    '',
    'They stand behind a rule of the list, or say that a thing is not there.',
    '',
    '| check | behind |',
    '| --- | --- |',
    ...others,
    '',
  ].join('\n');
}
