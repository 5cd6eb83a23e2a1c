import type { Word } from './abbreviations';
import type { ParsedQuery, Unit } from './parse-query';

export type Form = 'folded' | 'exact';

/** Inside quotes nothing is an operator; a quote itself is doubled. */
export const quote = (term: string): string => `"${term.replaceAll('"', '""')}"`;

function phrase(words: Word[], form: Form, phrases: boolean): string {
  if (phrases) return quote(words.map((word) => word[form]).join(' '));
  return `(${words.map((word) => quote(word[form])).join(' AND ')})`;
}

/**
 * All units, each or its alternative, as an FTS5 expression; null when there is nothing to match.
 * `phrases: false` is for tables with `detail=none`, which refuse phrases: their words are ANDed.
 */
export function ftsExpression(input: {
  query: ParsedQuery;
  form: Form;
  phrases?: boolean;
}): string | null {
  const { query, form, phrases = true } = input;
  if (query.units.length === 0) return null;
  const terms: string[] = [];
  for (let at = 0; at < query.units.length; at += 1) {
    const alternative = query.alternatives.find(({ from }) => from === at);
    const last = alternative?.to ?? at;
    const own = query.units
      .slice(at, last + 1)
      .map(({ words }: Unit) => phrase(words, form, phrases))
      .join(' AND ');
    terms.push(alternative ? `((${own}) OR ${phrase(alternative.words, form, phrases)})` : own);
    at = last;
  }
  return terms.join(' AND ');
}

/** The same, only in the named columns. */
export function inColumns(columns: string[], expression: string): string {
  return `{${columns.join(' ')}} : (${expression})`;
}

/** The words of the query one after the other, or null for fewer than two. */
export function contiguous(query: ParsedQuery, form: Form): string | null {
  const words = query.units.flatMap((unit) => unit.words);
  return words.length < 2 ? null : phrase(words, form, true);
}

/** The words of the query near each other in any order; null for fewer than two. */
export function near(query: ParsedQuery, form: Form): string | null {
  if (query.units.length < 2) return null;
  const terms = query.units.map(({ words }) => phrase(words, form, true)).join(' ');
  return `NEAR(${terms}, ${String(query.units.length + 4)})`;
}
