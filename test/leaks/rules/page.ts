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
    'Conditions of its store, taken out of the question.',
  ],
};

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('`', "'");

/** The list for people: each rule and what showed that it was gone. */
export function page(verdicts: Verdict[]): string {
  const parts = Object.entries(FAMILIES).flatMap(([family, [title, text]]) => {
    const rows = verdicts.filter((one) => one.family === family);
    return [
      `## ${title}`,
      '',
      `${text} ${String(rows.length)} rules.`,
      '',
      '| rule | first cell that turned red |',
      '| --- | --- |',
      ...rows.map(({ rule, red }) => `| \`${cell(rule)}\` | ${cell(red ?? 'none')} |`),
      '',
    ];
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
