'use client';
import type { RightsView, WorkbenchView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { Icon } from '../ui/icon';

/** What the department asks the editor, and the answers that the claim rests on; both sides see it. */
export function InterviewNote({
  rights,
  view,
  decides,
}: {
  rights: RightsView;
  /** The reader is the one who is asked. */
  decides?: boolean;
  view: Pick<WorkbenchView, 'submittedBy' | 'takenFrom'>;
}) {
  const t = useT();
  const { interview } = rights;
  const source = rights.component ? null : view.takenFrom;
  if (!interview || (interview.answers.length === 0 && !source)) return null;
  const { answers, questions } = interview;
  const asker = view.submittedBy?.name ?? t('interview.department');
  return (
    <div className="kho-answered">
      {source && (
        <p className="kho-callout kho-callout--info" role="note">
          {source.title
            ? t('interview.takenFrom', { title: source.title })
            : t('interview.takenFromHidden')}
        </p>
      )}
      {questions.length > 0 && (
        <div className="kho-callout" role="note">
          <strong>{t('interview.asks', { name: asker })}</strong>
          <ul className="kho-sm">
            {questions.map(({ code, text }) => (
              <li key={code}>
                <Icon name="question" small />
                <span>{text}</span>
              </li>
            ))}
          </ul>
          {decides && <p className="kho-sm">{t('interview.answerHow')}</p>}
        </div>
      )}
      {answers.length > 0 && (
        <details className="kho-more">
          <summary>{t('interview.answered')}</summary>
          <dl className="kho-dl kho-dl--narrow">
            {answers.map(({ question, answer }) => (
              <div key={question}>
                <dt>{question}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
