'use client';
import { useEffect, type ReactNode } from 'react';

export interface TabItem<T extends string> {
  id: T;
  label: string;
  badge?: ReactNode;
}

/** Tabs in the pattern of WAI-ARIA: arrows move, the panel is named by its tab. */
export function Tabs<T extends string>({
  items,
  current,
  onOpen,
  label,
  className = 'kho-tabs',
}: {
  items: readonly TabItem<T>[];
  current: T;
  onOpen: (tab: T) => void;
  label: string;
  className?: string;
}) {
  useEffect(() => {
    document
      .getElementById(`kho-tab-${current}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);

  const move = (step: number) => {
    const index = items.findIndex((item) => item.id === current);
    const next = items[(index + step + items.length) % items.length];
    if (!next) return;
    onOpen(next.id);
    document.getElementById(`kho-tab-${next.id}`)?.focus();
  };
  return (
    <div aria-label={label} className={className} role="tablist">
      {items.map((item) => (
        <button
          aria-controls={`kho-panel-${item.id}`}
          aria-selected={item.id === current}
          id={`kho-tab-${item.id}`}
          key={item.id}
          onClick={() => onOpen(item.id)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') move(1);
            if (event.key === 'ArrowLeft') move(-1);
          }}
          role="tab"
          tabIndex={item.id === current ? 0 : -1}
          type="button"
        >
          {item.label}
          {item.badge}
        </button>
      ))}
    </div>
  );
}

export function TabPanel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div aria-labelledby={`kho-tab-${id}`} id={`kho-panel-${id}`} role="tabpanel" tabIndex={-1}>
      {children}
    </div>
  );
}
