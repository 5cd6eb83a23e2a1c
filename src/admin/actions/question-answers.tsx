import type { WorkbenchView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { Field } from '../ui/field';
import { TextArea } from '../ui/text-control';

export interface AskedQuestion {
  rights: string;
  code: string;
  text: string;
}
export type Answers = Record<string, string>;

export const keyOfQuestion = ({ rights, code }: Pick<AskedQuestion, 'rights' | 'code'>) =>
  `${rights}:${code}`;

/** What the department was not sure of and hands to whoever approves. */
export function questionsOf(view: WorkbenchView | undefined): AskedQuestion[] {
  return [view?.rights, ...(view?.components ?? [])].flatMap((rights) =>
    (rights?.interview?.questions ?? []).map(({ code, text }) => ({
      rights: rights?.id ?? '',
      code,
      text: rights?.component ? `${rights.title ?? ''}: ${text}` : text,
    })),
  );
}

export const answersTo = (questions: AskedQuestion[], answers: Answers) =>
  questions.map((one) => ({
    rights: one.rights,
    code: one.code,
    answer: answers[keyOfQuestion(one)] ?? '',
  }));

export function QuestionAnswers({
  questions,
  value,
  onChange,
}: {
  questions: AskedQuestion[];
  value: Answers;
  onChange: (value: Answers) => void;
}) {
  const t = useT();
  return questions.map((question) => {
    const key = keyOfQuestion(question);
    return (
      <Field hint={t('reasons.answerHint')} key={key} label={question.text} path="action.answers">
        {(ids) => (
          <TextArea
            {...ids}
            onChange={(text) => onChange({ ...value, [key]: text })}
            rows={2}
            value={value[key] ?? ''}
          />
        )}
      </Field>
    );
  });
}
