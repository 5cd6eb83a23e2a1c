'use client';
import { useEffect } from 'react';
import type { T } from '../make-t';

const UNNAMED = '.collection-list input[type="checkbox"][aria-label=""]';

function nameOf(t: T, box: HTMLInputElement): string {
  if (box.id === 'select-all') return t('queue.selectAll');
  const row = box.closest('tr');
  return t('queue.select', { title: row?.querySelector('a')?.textContent.trim() ?? '' });
}

/** Payload's lists give their boxes no name that a screen reader could say. */
export function useNamedBoxes(t: T): void {
  useEffect(() => {
    const name = () => {
      for (const box of document.querySelectorAll<HTMLInputElement>(UNNAMED)) {
        box.removeAttribute('aria-labelledby');
        box.setAttribute('aria-label', nameOf(t, box));
      }
    };
    name();
    const watch = new MutationObserver(name);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [t]);
}
