import { translateIfKnown } from '../i18n/translate';
import type { FieldProblem } from '../platform/errors';
import { openQuestions } from '../rights/open-questions';
import type { RightsRecord } from '../rights/types';
import type { EditorQuestion } from '../rights/interview/types';
import type { Dossier, RightsRow } from './dossier';

/** What an editor found out about something that the department was not sure of. */
export interface QuestionAnswer {
  /** Id of the rights record that the question is on. */
  rights: string;
  /** Code of the question: its words are `interview:editor.<code>`. */
  code: string;
  answer: string;
}

/** Whether the term of a foreign work has run out is answered by the named decision upon it. */
export function stillOpen(row: RightsRow): EditorQuestion[] {
  const questions = openQuestions(row as unknown as RightsRecord);
  return row.decidedAt ? questions.filter(({ code }) => code !== 'foreign_term') : questions;
}

/** The thread is read by both sides, whose working language is Vietnamese. */
const textOf = (code: string) => translateIfKnown('vi', `interview:editor.${code}`) ?? code;

/**
 * A question that was handed to the editor is answered by whoever approves, in words that stay with
 * the decision. Returns `question_open` for each that is not, and the words for the thread.
 */
export function answeredQuestions(
  dossier: Pick<Dossier, 'rights' | 'components'>,
  answers: readonly QuestionAnswer[],
): { problems: FieldProblem[]; words: string } {
  const rows = [dossier.rights, ...dossier.components].filter((row) => row !== null);
  const asked = rows.flatMap((row) =>
    stillOpen(row).map(({ code }) => {
      const said = answers.find((one) => one.rights === row.id && one.code === code);
      return { code, part: row.component ? (row.title ?? '') : '', answer: said?.answer.trim() };
    }),
  );
  const problems = asked
    .filter(({ answer }) => !answer)
    .map(({ code }) => ({ field: 'answers', code: 'question_open', params: { question: code } }));
  const words = asked
    .map(({ code, part, answer }) => `${part ? `${part}: ` : ''}${textOf(code)}\n→ ${answer ?? ''}`)
    .join('\n\n');
  return { problems, words };
}
