'use client';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useDebounced } from '../hooks/use-debounced';
import type { QueueFilter } from './saved-views';

export const QUEUE_TABS = ['mine', 'unclaimed', 'overdue', 'approved'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

const knownTab = (wanted: string | null): QueueTab =>
  QUEUE_TABS.find((tab) => tab === wanted) ?? 'unclaimed';

/** What of the queue is shown: a tab, words, a department; by hand or all at once. */
export function useFilter() {
  const [tab, setTab] = useState<QueueTab>(knownTab(useSearchParams().get('tab')));
  const [text, setText] = useState('');
  const [department, setDepartment] = useState('');
  const q = useDebounced(text.trim(), 300);
  const open = (view: QueueFilter) => {
    setTab(knownTab(view.tab));
    setText(view.q);
    setDepartment(view.department);
  };
  return { tab, setTab, text, setText, department, setDepartment, q, open };
}
