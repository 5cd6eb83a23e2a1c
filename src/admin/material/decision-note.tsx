'use client';
import type { TermDecisionView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { formatDate } from '../ui/format';
import { Icon } from '../ui/icon';

/** Who decided that the work is free, when and on what ground; or that somebody has to. */
export function DecisionNote({
  decision,
  brief,
}: {
  decision: TermDecisionView;
  /** The reader is the one who decides: nothing is said to the department. */
  brief?: boolean;
}) {
  const t = useT();
  const { taken } = decision;
  if (!taken) {
    return (
      <p className="kho-decided kho-decided--open kho-sm">
        <Icon name="alert" small />
        <span>
          {t('termDecision.needed')} {!brief && t('termDecision.officer')}
        </span>
      </p>
    );
  }
  const name = taken.by?.name ?? t('common.system');
  return (
    <div className="kho-decided kho-sm">
      <Icon name="check" small />
      <div>
        <p>
          <b>{t('termDecision.title')}.</b>{' '}
          {t('termDecision.by', { name, date: formatDate(taken.at) })}
        </p>
        <p className="kho-decided__ground">{taken.ground}</p>
      </div>
    </div>
  );
}
