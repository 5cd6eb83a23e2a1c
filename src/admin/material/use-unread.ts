'use client';
import { useCallback, useState } from 'react';

/** Words in a field that could not be read as what it asks for: kept by the field's path. */
export interface UnreadWords {
  label: string;
  message: string;
  text: string;
}
export type UnreadByPath = Readonly<Record<string, UnreadWords>>;

/** Kept for the page: a tab that is left and opened again still shows what was typed. */
export function useUnread() {
  const [unread, setAll] = useState<UnreadByPath>({});

  const setUnread = useCallback((path: string, words: UnreadWords | null) => {
    setAll((now) => {
      const { [path]: before, ...rest } = now;
      if (!words) return before ? rest : now;
      return before?.text === words.text ? now : { ...rest, [path]: words };
    });
  }, []);

  const forgetUnread = useCallback((prefix: string) => {
    setAll((now) =>
      Object.fromEntries(Object.entries(now).filter(([path]) => !path.startsWith(prefix))),
    );
  }, []);

  /** Words kept from before the page was loaded; what was typed since goes first. */
  const putUnread = useCallback((kept: UnreadByPath) => {
    setAll((now) => (Object.keys(kept).length === 0 ? now : { ...kept, ...now }));
  }, []);

  return { unread, setUnread, forgetUnread, putUnread };
}
