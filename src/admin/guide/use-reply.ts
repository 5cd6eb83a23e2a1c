'use client';
import { useAuth } from '@payloadcms/ui';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { keepWords, keptWords, type Whose } from '../actions/kept-words';

export interface Reply {
  text: string;
  set: (text: string) => void;
}

/** The words to the editor stay in this browser until they are sent, or a month. */
export function useReply(material: string): Reply {
  const { user } = useAuth();
  const person = String(user?.id ?? '');
  const whose = useMemo<Whose>(() => ({ person, material, action: 'submit' }), [person, material]);
  const [text, setText] = useState('');

  useEffect(() => setText(keptWords(whose)), [whose]);

  const set = useCallback(
    (next: string) => {
      setText(next);
      keepWords(whose, next);
    },
    [whose],
  );
  return { text, set };
}
