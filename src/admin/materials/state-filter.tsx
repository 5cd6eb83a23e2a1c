'use client';
import type { WorkingState } from '../../review/states';
import type { MaterialListView } from '../../review/view-models';
import { useT } from '../hooks/use-t';
import { Count } from '../ui/count';
import { Icon } from '../ui/icon';

const PUBLICATIONS = ['live', 'withdrawn'] as const;
type Publication = (typeof PUBLICATIONS)[number];

/** What the world sees is the other axis: asked for by `publication`, not by `state`. */
export function isPublication(value: string): value is Publication {
  return (PUBLICATIONS as readonly string[]).includes(value);
}

/** One state, what is public or was, all, or the bin. What nothing is in stays away. */
export function StateFilter({
  counts,
  value,
  onChange,
}: {
  counts: MaterialListView['counts'];
  value: string;
  onChange: (state: string) => void;
}) {
  const t = useT();
  // The answer names every state, in the order of the workflow, and the bin.
  const states = Object.keys(counts).filter(
    (state): state is WorkingState => state !== 'bin' && !isPublication(state),
  );
  const shown = [...states, ...PUBLICATIONS].filter(
    (state) =>
      // What is out is asked for by what the world sees: two names for one list would puzzle.
      ((counts[state] ?? 0) > 0 && state !== 'published') || state === value,
  );
  const all = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <div aria-label={t('materials.filter')} className="kho-tabs kho-filter" role="group">
      <button aria-pressed={value === ''} onClick={() => onChange('')} type="button">
        {t('materials.all')} <Count value={all} />
      </button>
      {shown.map((state) => (
        <button
          aria-pressed={value === state}
          key={state}
          onClick={() => onChange(state)}
          type="button"
        >
          {t(`states.${state}`)} <Count value={counts[state] ?? 0} />
        </button>
      ))}
      <button
        aria-pressed={value === 'bin'}
        className="kho-filter__bin"
        onClick={() => onChange('bin')}
        type="button"
      >
        <Icon name="bin" />
        {t('materials.bin')} {(counts.bin ?? 0) > 0 && <Count value={counts.bin ?? 0} />}
      </button>
    </div>
  );
}
