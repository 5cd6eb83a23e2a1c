'use client';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useT } from '../hooks/use-t';
import { Button } from './button';

/** A modal question: the browser's own dialog keeps the focus inside and closes on Escape. */
export function Dialog({
  open,
  title,
  onClose,
  children,
  footer,
  wide,
}: {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
}) {
  const t = useT();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);

  return (
    <dialog
      aria-labelledby={titleId}
      className={`kho kho-dialog${wide ? ' kho-dialog--wide' : ''}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      ref={ref}
    >
      {open && (
        <>
          <header>
            <h2 id={titleId}>{title}</h2>
          </header>
          <div className="kho-dialog__body">{children}</div>
          {footer && <footer>{footer}</footer>}
          {/* Last, so that the dialog opens on its first field and not on its way out. */}
          <Button
            aria-label={t('common.close')}
            className="kho-dialog__close"
            icon="x"
            iconOnly
            onClick={onClose}
            variant="quiet"
          />
        </>
      )}
    </dialog>
  );
}
