'use client';
import type { Problem } from '../api/problem';
import { useT } from '../hooks/use-t';
import { Button, LinkButton } from './button';
import { Icon } from './icon';
import { problemText } from './problem-text';

/** What happened, that nothing was lost, what to do now. */
export function ErrorState({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const t = useT();
  const { title, detail } = problemText(t, problem);
  return (
    <div className="kho-empty kho-empty--error" role="alert">
      <Icon name="alert" />
      <h3>{title}</h3>
      <p className="kho-muted kho-sm">
        {detail} {t('errors.nothingLost')}
      </p>
      {onRetry && problem.status !== 404 && problem.status !== 403 && (
        <Button icon="restore" onClick={onRetry}>
          {t('common.tryAgain')}
        </Button>
      )}
      {problem.status === 403 && <LinkButton href="/admin">{t('errors.toHome')}</LinkButton>}
    </div>
  );
}
