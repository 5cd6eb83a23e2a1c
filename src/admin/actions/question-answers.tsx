import { useT } from '../hooks/use-t';
import { Field } from '../ui/field';
import { TextArea } from '../ui/text-control';
import type { Answers } from './use-answers';

/** A box for each question of the department, in the dialog that approves. */
export function QuestionAnswers({ answers }: { answers: Answers }) {
  const t = useT();
  if (answers.questions.length === 0) return null;
  return (
    <>
      <p className="kho-callout">{t('reasons.answerAll')}</p>
      {answers.questions.map((question) => (
        <Field
          hint={t('reasons.answerHint')}
          key={question.key}
          label={question.text}
          needed
          path={`action.answers.${question.key}`}
        >
          {(ids) => (
            <TextArea
              {...ids}
              onChange={(words) => answers.write(question, words)}
              rows={2}
              value={answers.to(question)}
            />
          )}
        </Field>
      ))}
    </>
  );
}
