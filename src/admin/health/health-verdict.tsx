'use client';
import { useT } from '../hooks/use-t';
import { Icon } from '../ui/icon';

/** The whole in one sentence; said aloud when it changes. */
export function HealthVerdict({ urgent, due }: { urgent: number; due: number }) {
  const t = useT();
  const state = urgent > 0 ? 'fault' : due > 0 ? 'warning' : 'ok';
  const text =
    urgent > 0
      ? t('health.verdict.fault', { count: urgent })
      : due > 0
        ? t('health.verdict.warning', { count: due })
        : t('health.verdict.ok');
  return (
    <p className="kho-healthpage__verdict" data-status={state} role="status">
      <Icon name={state === 'ok' ? 'check' : state === 'warning' ? 'flag' : 'alert'} />
      {text}
    </p>
  );
}
