'use client';
import { useState } from 'react';
import type { ReferenceView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { codeChoices } from '../ui/choices';
import { Icon, type IconName } from '../ui/icon';
import { TermDecision } from './term-decision';
import type { Line, Note, Verdict } from './verdicts';

const VERDICTS: { verdict: Verdict; icon: IconName }[] = [
  { verdict: 'ok', icon: 'check' },
  { verdict: 'question', icon: 'question' },
  { verdict: 'no', icon: 'x' },
];

export function ClaimRow({
  line,
  asked,
  compared,
  note,
  judges,
  reference,
  onChange,
  onEvidence,
  onDecided,
}: {
  line: Line;
  /** What the last return asked about it, '' without words. */
  asked: string | null;
  /** The content of that time is known. */
  compared: boolean;
  note: Note | undefined;
  judges: boolean;
  reference: ReferenceView | undefined;
  onChange: (change: Partial<Note>) => void;
  onEvidence: () => void;
  onDecided: () => Promise<unknown>;
}) {
  const t = useT();
  const [here, setHere] = useState(false);
  const verdict = note?.verdict ?? null;
  const isEvidence = line.field === 'basis' || line.field === 'scope';
  return (
    <li
      className={`kho-claim${here ? ' on' : ''}`}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setHere(false)}
      onFocus={() => setHere(true)}
    >
      <div>
        <p className="kho-claim__k">{line.label}</p>
        <p className="kho-claim__v">{line.value || t('common.empty')}</p>
        <Before asked={asked} compared={compared} line={line} />
        {line.note && <p className="kho-small kho-muted">{line.note}</p>}
        {line.problems.map((problem) => (
          <p className="kho-claim__problem kho-small" key={`${problem.code} ${problem.field}`}>
            <Icon name="alert" small />
            <span>{problem.message}</span>
          </p>
        ))}
        {line.reasoning.length > 0 && (
          <details className="kho-claim__how kho-small">
            <summary>{t('rights.reasoning')}</summary>
            <ol className="kho-bullets">
              {line.reasoning.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </details>
        )}
        {isEvidence && (
          <button className="kho-claim__jump" onClick={onEvidence} type="button">
            {t('review.seeEvidence')}
          </button>
        )}
      </div>
      {judges && (
        <div
          aria-label={t('review.verdictOn', { label: line.label })}
          className="kho-seg"
          role="group"
        >
          {VERDICTS.map((one) => (
            <button
              aria-label={t(`review.verdict.${one.verdict}`)}
              aria-pressed={verdict === one.verdict}
              className={one.verdict}
              key={one.verdict}
              onClick={() => onChange({ verdict: verdict === one.verdict ? null : one.verdict })}
              title={t(`review.verdict.${one.verdict}`)}
              type="button"
            >
              <Icon name={one.icon} />
            </button>
          ))}
        </div>
      )}
      {line.rights?.decision && (
        <TermDecision decision={line.rights.decision} onDecided={onDecided} rights={line.rights} />
      )}
      {judges && (verdict === 'question' || verdict === 'no') && (
        <div className={`kho-why ${verdict}`}>
          {verdict === 'no' ? (
            <label>
              <span>{t('review.reason')}</span>
              <select
                onChange={(event) => onChange({ reason: event.target.value || null })}
                value={note?.reason ?? ''}
              >
                <option value="">{t('form.choose')}</option>
                {codeChoices(reference, 'reasons', 'reason').map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <span>{t('review.ask')}</span>
          )}
          <textarea
            aria-label={t('review.wordsOn', { label: line.label })}
            onChange={(event) => onChange({ text: event.target.value })}
            placeholder={verdict === 'no' ? t('review.noExample') : t('review.askExample')}
            rows={2}
            value={note?.text ?? ''}
          />
        </div>
      )}
    </li>
  );
}

/** What was asked about the line the time before, and whether it was changed since. */
function Before({
  line,
  asked,
  compared,
}: {
  line: Line;
  asked: string | null;
  compared: boolean;
}) {
  const t = useT();
  const changed = line.was !== null;
  return (
    <>
      {changed && (
        <p className="kho-claim__was kho-small">
          <Icon name="restore" small />
          <span>{t('review.last.was', { was: line.was || t('common.empty') })}</span>
        </p>
      )}
      {asked !== null && (
        <p className="kho-claim__asked kho-small">
          <Icon name="question" small />
          <span>
            {asked ? t('review.last.asked', { words: asked }) : t('review.last.askedOnly')}
            {compared && !changed && line.field !== 'term' && <b> {t('review.last.asBefore')}.</b>}
          </span>
        </p>
      )}
    </>
  );
}
