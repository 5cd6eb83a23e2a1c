'use client';
import { useAuth } from '@payloadcms/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { keepReply, replyOf } from '../material/kept-edits';

export interface Reply {
  text: string;
  set: (text: string) => void;
}

/** The words to the editor stay in this browser until they are sent, or a month. */
export function useReply(materialId: string): Reply {
  const { user } = useAuth();
  const person = String(user?.id ?? '');
  const whose = useMemo(() => ({ person, material: materialId }), [person, materialId]);
  const [text, setText] = useState('');

  useEffect(() => {
    try {
      setText(replyOf(localStorage, whose));
    } catch {
      // Storage is refused: the words live as long as the page.
    }
  }, [whose]);

  const set = useCallback(
    (next: string) => {
      setText(next);
      try {
        keepReply(localStorage, whose, next, new Date());
      } catch {
        // As above.
      }
    },
    [whose],
  );
  return { text, set };
}
