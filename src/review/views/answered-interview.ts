import { translateIfKnown, type Lang } from '../../i18n/translate';
import { answerKey, questionKeys } from '../../rights/interview/interview';
import { readInterview } from '../../rights/interview/stored-interview';
import { walk } from '../../rights/interview/walk';
import { stillOpen } from '../answered-questions';
import type { RightsRow } from '../dossier';
import type { AnsweredInterview } from '../view-models';

/** The interview as both sides read it: what was answered, and what is asked of the editor. */
export function answeredInterview(row: RightsRow, lang: Lang): AnsweredInterview | null {
  const stored = readInterview(row.interview);
  if (!stored) return null;
  const say = (key: string) => translateIfKnown(lang, key) ?? key;
  const { steps } = walk(stored.answers, { track: row.component ? 'component' : 'whole' });
  return {
    version: stored.version,
    answers: steps.map(({ question, chosen }) => ({
      question: say(questionKeys(question).ask),
      answer: chosen.map((one) => say(answerKey(question, one))).join('; '),
    })),
    questions: stillOpen(row).map(({ code, field }) => ({
      code,
      field,
      text: say(`interview:editor.${code}`),
    })),
  };
}
