'use client';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/** A button with a small list under it; closes on Escape, on a choice and on a click elsewhere. */
export function Popup({
  label,
  button,
  className,
  up,
  children,
}: {
  label: string;
  button: ReactNode;
  className?: string;
  /** Opens above its button: for bars at the bottom. */
  up?: boolean;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      box.current?.querySelector<HTMLElement>('button')?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);

  return (
    <div className="kho-menu-box" ref={box}>
      <button
        aria-expanded={open}
        aria-label={label}
        className={`kho-tool ${className ?? ''}`}
        onClick={() => setOpen(!open)}
        type="button"
      >
        {button}
      </button>
      {open && (
        <div
          className={`kho-menu-list${up ? ' kho-menu-list--up' : ''}`}
          onClick={() => setOpen(false)}
        >
          {children}
        </div>
      )}
    </div>
  );
}
