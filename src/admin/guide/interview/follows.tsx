'use client';
import type { PaperNeed } from '../../../rights/interview/types';
import type { RightsView } from '../../../review/view-models';
import { useT } from '../../hooks/use-t';
import type { T } from '../../make-t';
import { say } from '../../say';
import { useWorkbench } from '../../material/workbench';
import { useInterview } from './use-interview';

const SHOWN_LICENCES = 4;

/** What follows from the answers: on which basis, with which paper, under which licences. */
export function Follows({ rights, prefix }: { rights: RightsView; prefix: string }) {
  const t = useT();
  const { view, reference } = useWorkbench();
  const { outcome, first, record } = useInterview(rights, prefix);
  if (first.length === 0) return null;
  const { basis, article, papers, questionsForEditor } = outcome;
  const stated = record.value<string>('basis');
  const possible = view.licenceChoices[rights.id] ?? { proposed: [], other: [], statements: [] };
  const licences = [...possible.proposed, ...possible.other]
    .slice(0, SHOWN_LICENCES)
    .map((id) => reference?.licences.find((one) => one.id === id)?.label.split(':')[0] ?? id);
  const named = (code: string) => say(t, `rights:codes.basis.${code}`);
  return (
    <section className="kho-follows">
      <h2>{t('interview.follows')}</h2>
      <dl className="kho-dl kho-dl--narrow">
        <Line label={t('interview.basis')}>
          {basis ? named(basis) : t('interview.noBasis')}
          {basis && article && (
            <span className="kho-muted">, {say(t, `rights:articles.${article}`)}</span>
          )}
          {stated && stated !== basis && (
            <span className="kho-follows__own">
              {t('interview.byHand', { basis: named(stated) })}
            </span>
          )}
        </Line>
        {papers.length > 0 && (
          <Line label={t('interview.papers')}>
            {papers.map((paper) => (
              <span className="kho-follows__paper" key={paper.kinds.join(' ')}>
                {paperText(t, paper)}
              </span>
            ))}
          </Line>
        )}
        {stated && licences.length > 0 && (
          <Line label={t('interview.licences')}>{licences.join(', ')}</Line>
        )}
        {questionsForEditor.length > 0 && (
          <Line label={t('interview.questions')}>
            {questionsForEditor.map(({ code }) => (
              <span className="kho-follows__ask" key={code}>
                {say(t, `interview:editor.${code}`)}
              </span>
            ))}
          </Line>
        )}
      </dl>
      {outcome.restricted && <p className="kho-hint">{t('rights.paperRestricted')}</p>}
      <p className="kho-hint">{t('rights.ruleVersion')}</p>
    </section>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** "Quyết định, kế hoạch giao nhiệm vụ, ghi rõ ngày ký" */
export function paperText(t: T, { kinds, demanded }: PaperNeed): string {
  const papers = kindsText(t, kinds);
  if (demanded.length === 0) return papers;
  const details = demanded.map((code) => say(t, `admin:paperDetails.${code}`)).join(', ');
  return t('interview.paperWith', { papers, details });
}

export function kindsText(t: T, kinds: readonly string[]): string {
  return kinds
    .map((code) => say(t, `rights:codes.evidenceKind.${code}`))
    .join(` ${t('rights.or')} `);
}
