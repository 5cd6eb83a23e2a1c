'use client';
import { useAuth } from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isEmpty, type Edits } from './edits';

/** Unsaved words also live in the tab's storage: a crash or a lost session does not take them. */
export function useStoredEdits(materialId: string) {
  const { user } = useAuth();
  const key = `kho-edits:${user?.id ?? ''}:${materialId}`;
  const [edits, setState] = useState<Edits>({});
  const latest = useRef<Edits>(edits);

  const setEdits = useCallback(
    (change: (edits: Edits) => Edits) => {
      const next = change(latest.current);
      latest.current = next;
      setState(next);
      try {
        if (isEmpty(next)) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage full or refused: the words are still on the screen.
      }
    },
    [key],
  );

  useEffect(() => {
    try {
      const stored = sessionStorage.getItem(key);
      if (stored && isEmpty(latest.current)) setEdits(() => JSON.parse(stored) as Edits);
    } catch {
      // Nothing readable was kept.
    }
  }, [key, setEdits]);

  return { edits, latest, setEdits };
}
