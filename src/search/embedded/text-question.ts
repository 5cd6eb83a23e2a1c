import type { Word } from '../query/abbreviations';
import { inColumns, quote } from '../query/fts-expression';
import type { Form } from '../query/parse-query';
import { FULL } from './schema';

/**
 * What to ask `full` for words one after the other. Only its exact column has marks: a word with any
 * needs no column named, which FTS5 would look up.
 */
export function textQuestion(words: Word[], form: Form): string {
  const marked = words.some(({ exact, folded }) => exact !== folded);
  const columns = form === 'exact' && marked ? [] : FULL[form];
  return inColumns(columns, quote(words.map((word) => word[form]).join(' ')));
}
