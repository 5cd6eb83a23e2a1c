'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useDebounced } from '../hooks/use-debounced';
import type { QueueFilter } from './saved-views';

export const QUEUE_TABS = ['mine', 'unclaimed', 'overdue', 'approved'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

const knownTab = (wanted: string | null): QueueTab =>
  QUEUE_TABS.find((tab) => tab === wanted) ?? 'unclaimed';

/** What of the queue is shown: a tab, words, a department; by hand or all at once. */
export function useFilter() {
  const asked = useSearchParams();
  const [tab, setTab] = useState<QueueTab>(knownTab(asked.get('tab')));
  const [text, setText] = useState(asked.get('q') ?? '');
  const [department, setDepartment] = useState(asked.get('department') ?? '');
  const q = useDebounced(text.trim(), 300);
  // In the address, so that coming back from a material finds the same list.
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    const shown = new URLSearchParams({ tab, ...(q && { q }), ...(department && { department }) });
    window.history.replaceState(null, '', `?${shown.toString()}`);
  }, [tab, q, department]);
  const open = (view: QueueFilter) => {
    setTab(knownTab(view.tab));
    setText(view.q);
    setDepartment(view.department);
  };
  return { tab, setTab, text, setText, department, setDepartment, q, open };
}
