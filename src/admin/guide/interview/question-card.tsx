'use client';
import { answerKey, questionKeys } from '../../../rights/interview/interview';
import type { AnswerRule, Question } from '../../../rights/interview/types';
import { useT } from '../../hooks/use-t';
import { say } from '../../say';
import { Button } from '../../ui/button';

export const questionId = (scope: string, { id }: Question): string => `kho-q-${scope}-${id}`;

/** One question. Answered, it is a line that says what was answered and can be opened again. */
export function QuestionCard({
  question,
  scope,
  chosen,
  open,
  readOnly,
  onAnswer,
  onOpen,
}: {
  question: Question;
  /** Keeps the groups of two interviews on a page apart. */
  scope: string;
  chosen: AnswerRule[];
  open: boolean;
  readOnly: boolean;
  /** `byHand`: with a pointer; arrow keys choose on their way, and the list must stay. */
  onAnswer: (codes: string[], byHand: boolean) => void;
  onOpen: () => void;
}) {
  const t = useT();
  const keys = questionKeys(question);
  const ask = say(t, keys.ask);
  if (!open) {
    return (
      <div className="kho-q kho-q--answered">
        <div>
          <p className="kho-sm kho-muted">{ask}</p>
          <p>{chosen.map((one) => say(t, answerKey(question, one))).join('; ')}</p>
        </div>
        {!readOnly && (
          <Button
            aria-label={t('interview.changeNamed', { question: ask })}
            onClick={onOpen}
            variant="quiet"
          >
            {t('interview.change')}
          </Button>
        )}
      </div>
    );
  }
  const hintId = `${questionId(scope, question)}-hint`;
  return (
    <fieldset
      aria-describedby={keys.hint ? hintId : undefined}
      className="kho-q"
      id={questionId(scope, question)}
      tabIndex={-1}
    >
      <legend>{ask}</legend>
      {keys.hint && (
        <p className="kho-hint kho-q__hint" id={hintId}>
          {say(t, keys.hint)}
        </p>
      )}
      <div className="kho-cards">
        {question.answers.map((one) => (
          <label key={one.code}>
            <input
              checked={chosen.includes(one)}
              disabled={readOnly}
              name={questionId(scope, question)}
              onChange={(event) =>
                onAnswer(
                  codesAfter(question, chosen, one),
                  (event.nativeEvent as MouseEvent).detail > 0,
                )
              }
              type={question.many ? 'checkbox' : 'radio'}
            />
            <span>{say(t, answerKey(question, one))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** In the question's order; an exclusive answer stands alone. */
function codesAfter(question: Question, chosen: AnswerRule[], one: AnswerRule): string[] {
  if (!question.many || one.exclusive) return [one.code];
  const others = chosen.filter((other) => other !== one && !other.exclusive);
  const now = chosen.includes(one) ? others : [...others, one];
  return question.answers.filter((answer) => now.includes(answer)).map(({ code }) => code);
}
