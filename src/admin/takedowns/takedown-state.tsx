'use client';
import type { TakedownOutcome, TakedownStatus } from '../../platform/takedown';
import { useT } from '../hooks/use-t';
import { Icon, type IconName } from '../ui/icon';

const ICONS: Record<TakedownStatus | TakedownOutcome, IconName> = {
  received: 'inbox',
  withdrawn_precautionary: 'withdrawn',
  decided: 'check',
  upheld: 'rejected',
  rejected: 'check',
};

/** Where a notice stands: a word and an icon. */
export function TakedownState({
  status,
  outcome,
}: {
  status: TakedownStatus;
  outcome: TakedownOutcome | null;
}) {
  const t = useT();
  const shown = outcome ?? status;
  return (
    <span className="kho-takedowns__state" data-state={shown}>
      <Icon name={ICONS[shown]} small />
      {t(`takedowns.states.${shown}`)}
    </span>
  );
}
