const row = (cells) => `| ${cells.join(' | ')} |`;

export const table = (head, rows) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
export const ticks = (codes) => codes.map((code) => `\`${code}\``).join(', ') || '–';
export const yes = (value) => (value ? 'yes' : 'no');

/** A rule in both languages: `[English, Vietnamese]` each. */
export const said = (rules) => rules.map(([en, vi]) => `- ${en}\n  *${vi}*`).join('\n');
