'use client';
import { Icon } from './icon';

export function Chip({
  label,
  removeLabel,
  onRemove,
}: {
  label: string;
  removeLabel: string;
  onRemove?: () => void;
}) {
  return (
    <span className="kho-chip">
      {label}
      {onRemove && (
        <button
          aria-label={removeLabel}
          onClick={(event) => {
            event.stopPropagation();
            onRemove();
          }}
          type="button"
        >
          <Icon name="x" small />
        </button>
      )}
    </span>
  );
}
