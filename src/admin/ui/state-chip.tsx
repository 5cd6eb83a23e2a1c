import type { WorkingState } from '../../review/states';
import { Icon, type IconName } from './icon';

type Look = { icon: IconName; look: string };

const LOOKS: Record<WorkingState | 'withdrawn', Look> = {
  draft: { icon: 'draft', look: 'draft' },
  awaiting_endorsement: { icon: 'clock', look: 'submitted' },
  submitted: { icon: 'submitted', look: 'submitted' },
  in_review: { icon: 'eye', look: 'in-review' },
  returned: { icon: 'returned', look: 'returned' },
  approved: { icon: 'approved', look: 'approved' },
  published: { icon: 'published', look: 'published' },
  rejected: { icon: 'rejected', look: 'rejected' },
  withdrawn: { icon: 'withdrawn', look: 'withdrawn' },
};

/** Where a working copy stands: icon, word and colour, always the three together. */
export function StateChip({ state, label }: { state: WorkingState | 'withdrawn'; label: string }) {
  const { icon, look } = LOOKS[state];
  return (
    <span className={`kho-state kho-state--${look}`}>
      <Icon name={icon} small />
      {label}
    </span>
  );
}

/** A notice that is no state: something expires, is late, waits. */
export function NoticeChip({
  icon,
  label,
  late,
}: {
  icon: IconName;
  label: string;
  late?: boolean;
}) {
  return (
    <span className={`kho-state kho-state--${late ? 'late' : 'notice'}`}>
      <Icon name={icon} small />
      {label}
    </span>
  );
}
