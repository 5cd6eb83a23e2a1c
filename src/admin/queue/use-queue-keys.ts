'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { QueueView } from '../../review/view-models';
import type { QueueTab } from './use-filter';
import { reviewHref } from './review-href';

/** j and k move, x selects, Enter opens, c claims, n and p turn the page; never while somebody types. */
export function useQueueKeys({
  rows,
  tab,
  onToggle,
  onClaim,
  onPage,
  page,
}: {
  rows: QueueView['rows'];
  tab: QueueTab;
  onToggle: (id: string) => void;
  onClaim: (id: string) => void;
  /** A page forth (1) or back (-1). */
  onPage: (step: 1 | -1) => void;
  page: number;
}) {
  const router = useRouter();
  const [at, setAt] = useState(-1);
  useEffect(() => setAt(-1), [tab, page]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.closest('textarea, select, input:not([type=checkbox]), dialog');
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const row = rows[at];
      if (event.key === 'j') setAt((now) => Math.min(now + 1, rows.length - 1));
      else if (event.key === 'k') setAt((now) => Math.max(now - 1, 0));
      else if (event.key === 'x' && row) onToggle(row.id);
      else if (event.key === 'c' && row) onClaim(row.id);
      else if (event.key === 'n') onPage(1);
      else if (event.key === 'p') onPage(-1);
      else if (event.key === 'Enter' && row && !target.closest('a, button, label')) {
        router.push(reviewHref(row.id, tab, page));
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [rows, at, tab, page, onToggle, onClaim, onPage, router]);

  return { at, setAt };
}
