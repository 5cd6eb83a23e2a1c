import type { Word } from './abbreviations';
import type { Form, ParsedQuery } from './parse-query';

/** Columns of one table that hold the same texts with their marks and without; none named: all. */
export type Columns = Record<Form, string[]>;

/** Inside quotes nothing is an operator; a quote itself is doubled. */
export const quote = (term: string): string => `"${term.replaceAll('"', '""')}"`;

/** An expression, only in the named columns. */
export function inColumns(columns: string[], expression: string): string {
  return columns.length === 0 ? `(${expression})` : `{${columns.join(' ')}} : (${expression})`;
}

const phrase = (words: Word[], form: Form): string =>
  quote(words.map((word) => word[form]).join(' '));

/**
 * All units, each in its form or its alternative, as an FTS5 expression; null when there is nothing
 * to match.
 */
export function ftsExpression(query: ParsedQuery, columns: Columns): string | null {
  if (query.units.length === 0) return null;
  const term = ({ words, form }: { words: Word[]; form: Form }) =>
    inColumns(columns[form], phrase(words, form));
  const terms: string[] = [];
  for (let at = 0; at < query.units.length; at += 1) {
    const alternative = query.alternatives.find(({ from }) => from === at);
    const last = alternative?.to ?? at;
    const own = query.units
      .slice(at, last + 1)
      .map(term)
      .join(' AND ');
    terms.push(alternative ? `((${own}) OR ${term(alternative)})` : own);
    at = last;
  }
  return terms.join(' AND ');
}

/** The one form of all units, which alone can be asked for side by side; null where they differ. */
function commonForm({ units }: ParsedQuery): Form | null {
  const [first] = units;
  return first && units.every(({ form }) => form === first.form) ? first.form : null;
}

/** The words of the query one after the other; null where that cannot be asked. */
export function sideBySide(query: ParsedQuery, columns: Columns): string | null {
  const form = commonForm(query);
  const words = query.units.flatMap((unit) => unit.words);
  return form && inColumns(columns[form], phrase(words, form));
}

/** The units of the query near each other in any order; null where that cannot be asked. */
export function near(query: ParsedQuery, columns: Columns): string | null {
  const form = commonForm(query);
  if (!form || query.units.length < 2) return null;
  const terms = query.units.map(({ words }) => phrase(words, form)).join(' ');
  return inColumns(columns[form], `NEAR(${terms}, ${String(query.units.length + 1)})`);
}
