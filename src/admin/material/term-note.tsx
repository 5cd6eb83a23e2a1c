'use client';
import type { RightsView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatDate } from '../ui/format';
import { DecisionNote } from './decision-note';

/** How long the work is protected, with the calculation line by line. It decides nothing by itself. */
export function TermNote({ rights }: { rights: RightsView }) {
  const t = useT();
  const { term, decision } = rights;
  return (
    <section className="kho-part">
      <h2>{t('rights.term')}</h2>
      <p>
        {term.outcomeLabel}
        {term.lastDay ? `, ${t('rights.lastDay', { day: formatDate(term.lastDay) })}` : ''}
      </p>
      {decision && <DecisionNote decision={decision} />}
      {term.reasoning.length > 0 && (
        <details className="kho-more">
          <summary>{t('rights.reasoning')}</summary>
          <ol className="kho-reasoning kho-sm">
            {term.reasoning.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
      <p className="kho-hint">{t('rights.ruleVersion')}</p>
    </section>
  );
}
