import type { T } from '../make-t';

/** The title in the reader's language, else in the other, else words that say there is none yet. */
export function titleOf(t: T, title: { vi?: string | null; en?: string | null }): string {
  const other = t.lang === 'vi' ? 'en' : 'vi';
  return title[t.lang] || title[other] || t('material.untitled');
}
