import type { Lang } from '../../i18n/translate';
import { asIntakeError, intakeProblem } from '../problem';
import type { RowProblem } from './check-row';

/** What was refused, in the words that a screen would say. */
export function wordsOf(error: unknown, lang: Lang): string {
  const { title, errors } = intakeProblem(asIntakeError(error), lang);
  return errors?.[0]?.message ?? title;
}

/** The refusal of a row, at the field that was refused where one is named. */
export function problemOf(
  error: unknown,
  { line, field, lang }: { line: number; field: string; lang: Lang },
): RowProblem {
  const named = asIntakeError(error).errors[0]?.field ?? field;
  const params = { value: '', words: wordsOf(error, lang) };
  return { line, field: named, code: 'refused', params };
}
