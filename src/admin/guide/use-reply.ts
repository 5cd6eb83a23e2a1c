'use client';
import { useAuth } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';

export interface Reply {
  text: string;
  set: (text: string) => void;
}

/** The words to the editor stay in this browser until they are sent. */
export function useReply(materialId: string): Reply {
  const { user } = useAuth();
  const key = `kho-reply:${user?.id ?? ''}:${materialId}`;
  const [text, setText] = useState('');

  useEffect(() => {
    try {
      setText(localStorage.getItem(key) ?? '');
    } catch {
      // Storage is refused: the words live as long as the page.
    }
  }, [key]);

  const set = useCallback(
    (next: string) => {
      setText(next);
      try {
        if (next === '') localStorage.removeItem(key);
        else localStorage.setItem(key, next);
      } catch {
        // As above.
      }
    },
    [key],
  );
  return { text, set };
}
