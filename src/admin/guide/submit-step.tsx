'use client';
import { useT } from '../hooks/use-t';
import { Declarations } from '../material/declarations';
import { useWorkbench } from '../material/workbench';
import { Field } from '../ui/field';
import { TextArea } from '../ui/text-control';
import { Summary } from './summary';
import type { Reply } from './use-reply';

const AFTER = ['locked', 'endorsed', 'answered', 'returned'] as const;

/** The whole once more, the department's word for it, a word to the editor; then what happens next. */
export function SubmitStep({ reply }: { reply: Reply }) {
  const t = useT();
  const { view } = useWorkbench();
  const again = view.state === 'returned';
  const lines = AFTER.filter((line) => line !== 'endorsed' || view.department.endorses);
  return (
    <div className="kho-form">
      <Summary />
      <Declarations />
      <section className="kho-part">
        {view.unchangedSinceReturn && (
          <p className="kho-callout" role="note">
            <strong>{t('guide.unchanged')}</strong> {t('guide.unchangedText')}
          </p>
        )}
        <Field
          hint={again ? t('reasons.replyHint') : t('guide.wordsHint')}
          label={again ? t('reasons.reply') : t('guide.words')}
          path="guide.words"
        >
          {(ids) => <TextArea {...ids} onChange={reply.set} rows={3} value={reply.text} />}
        </Field>
      </section>
      <section className="kho-part">
        <h3>{t('guide.after')}</h3>
        <ol className="kho-guide__after">
          {lines.map((line) => (
            <li key={line}>{t(`guide.afterLines.${line}`)}</li>
          ))}
        </ol>
      </section>
    </div>
  );
}
