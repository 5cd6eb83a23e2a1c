'use client';
import { useAuth } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';
import type { Note, Notes } from './verdicts';

const NOTHING: Note = { verdict: null, reason: null, text: '' };

/**
 * The editor's notes stay in this browser, by material and submission: they are nobody's business
 * until they become a decision, and a new submission is read afresh.
 */
export function useNotes(materialId: string, submittedAt: string | null) {
  const { user } = useAuth();
  const key = `kho-notes:${user?.id ?? ''}:${materialId}:${submittedAt ?? ''}`;
  const [notes, setNotes] = useState<Notes>({});

  useEffect(() => {
    try {
      setNotes(JSON.parse(localStorage.getItem(key) ?? '{}') as Notes);
    } catch {
      setNotes({});
    }
  }, [key]);

  const note = useCallback(
    (line: string, change: Partial<Note>) => {
      setNotes((now) => {
        const next = { ...now, [line]: { ...NOTHING, ...now[line], ...change } };
        try {
          localStorage.setItem(key, JSON.stringify(next));
        } catch {
          // Refused storage: the notes live as long as the page.
        }
        return next;
      });
    },
    [key],
  );
  const forget = useCallback(() => localStorage.removeItem(key), [key]);
  return { notes, note, forget };
}
