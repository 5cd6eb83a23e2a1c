'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { QueueView } from '../../review/view-models';
import type { QueueTab } from './queue-screen';

/** j and k move, x selects, Enter opens, c claims; never while somebody types. */
export function useQueueKeys({
  rows,
  tab,
  onToggle,
  onClaim,
}: {
  rows: QueueView['rows'];
  tab: QueueTab;
  onToggle: (id: string) => void;
  onClaim: (id: string) => void;
}) {
  const router = useRouter();
  const [at, setAt] = useState(-1);
  useEffect(() => setAt(-1), [tab]);

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
      else if (event.key === 'Enter' && row && !target.closest('a, button, label')) {
        router.push(`/admin/tham-dinh/${row.id}?tab=${tab}`);
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [rows, at, tab, onToggle, onClaim, router]);

  return { at, setAt };
}
