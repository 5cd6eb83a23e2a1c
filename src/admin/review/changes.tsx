'use client';
import type { ChangeSinceApproval } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { Icon, type IconName } from '../ui/icon';

const ICONS: Record<ChangeSinceApproval['kind'], IconName> = {
  metadata: 'draft',
  file: 'file',
  rights: 'scale',
  licence: 'book',
};

/** What is new since an earlier decision, so that not everything is read again. */
export function Changes({ title, changes }: { title: string; changes: ChangeSinceApproval[] }) {
  const t = useT();
  return (
    <div className="kho-block">
      <h3>{title}</h3>
      {changes.length === 0 && <p className="kho-sm kho-muted">{t('review.noChanges')}</p>}
      <ul className="kho-changes">
        {changes.map((change) => (
          <li key={`${change.kind} ${change.field}`}>
            <details>
              <summary>
                <Icon name={ICONS[change.kind]} />
                <span>
                  <b>{change.label}</b>
                  <span className="kho-small kho-muted">{t(`review.changed.${change.kind}`)}</span>
                </span>
                <Icon name="down" small />
              </summary>
              <dl className="kho-small">
                <dt>{t('review.before')}</dt>
                <dd>{change.before ?? t('common.empty')}</dd>
                <dt>{t('review.after')}</dt>
                <dd>{change.after ?? t('common.empty')}</dd>
              </dl>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
