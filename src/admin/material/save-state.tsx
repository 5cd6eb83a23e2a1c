'use client';
import { useT } from '../hooks/use-t';
import { formatMoment } from '../ui/format';
import { Icon } from '../ui/icon';
import { useWorkbench } from './workbench';

/** Saved when, or not yet, or not possible: said in words, read aloud as it changes. */
export function SaveState() {
  const t = useT();
  const { view, dirty, status, savedAt } = useWorkbench();
  const text =
    status === 'saving'
      ? t('save.saving')
      : status === 'failed'
        ? t('save.failed')
        : dirty
          ? t('save.dirty')
          : savedAt && view.writable
            ? t('save.saved', { at: formatMoment(savedAt) })
            : view.writable
              ? t('save.saved', { at: formatMoment(view.updatedAt) })
              : '';
  return (
    <span
      aria-live="polite"
      className={`kho-savestate${status === 'failed' ? ' kho-savestate--failed' : ''}`}
    >
      {status === 'failed' && <Icon name="alert" small />}
      {text}
    </span>
  );
}
