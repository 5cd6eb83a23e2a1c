import type { Word } from './abbreviations';
import type { Form, ParsedQuery, Unit } from './parse-query';

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

/** The one form of all units, which alone can be asked for side by side; null where they differ. */
function commonForm({ units }: ParsedQuery): Form | null {
  const [first] = units;
  return first && units.every(({ form }) => form === first.form) ? first.form : null;
}

/** The units of the query, with each abbreviation or expansion in the place of what it stands for. */
function reworded({ units, alternatives }: ParsedQuery): Pick<Unit, 'words' | 'form'>[] {
  return units.flatMap((unit, at) => {
    const covering = alternatives.find(({ from, to }) => from <= at && at <= to);
    if (!covering) return [unit];
    return covering.from === at ? [covering] : [];
  });
}

/** The units of the query in each of its wordings, all in one form; null where forms differ. */
export function wordingsOf(
  query: ParsedQuery,
): { wordings: Pick<Unit, 'words'>[][]; form: Form } | null {
  const form = commonForm(query);
  if (!form) return null;
  const wordings = query.alternatives.length > 0 ? [query.units, reworded(query)] : [query.units];
  return { wordings, form };
}

/** Both wordings of a query as `ask` puts them; null where that cannot be asked. */
function inEachWording(
  query: ParsedQuery,
  ask: (units: Pick<Unit, 'words'>[], form: Form) => string | null,
): { expression: string; form: Form } | null {
  const all = wordingsOf(query);
  if (!all) return null;
  const { wordings, form } = all;
  const asked = wordings.map((units) => ask(units, form)).filter((one) => one !== null);
  return asked.length === 0 ? null : { expression: asked.join(' OR '), form };
}

/** The units of the query near each other in any order; null where that cannot be asked. */
export function near(query: ParsedQuery, columns: Columns): string | null {
  const asked = inEachWording(query, (units, form) => {
    if (units.length < 2) return null;
    const terms = units.map(({ words }) => phrase(words, form)).join(' ');
    return `NEAR(${terms}, ${String(units.length + 1)})`;
  });
  return asked && inColumns(columns[asked.form], asked.expression);
}
