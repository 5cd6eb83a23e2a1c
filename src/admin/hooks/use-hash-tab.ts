'use client';
import { useCallback, useEffect, useState } from 'react';

/** The open tab lives in the address after `#`, so that it can be sent to a colleague. */
export function useHashTab<T extends string>(tabs: readonly T[]): [T, (tab: T) => void] {
  const [tab, setTab] = useState<T>(tabs[0] as T);

  useEffect(() => {
    const read = () => {
      const found = tabs.find((name) => name === window.location.hash.slice(1));
      if (found) setTab(found);
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [tabs]);

  const open = useCallback((next: T) => {
    setTab(next);
    window.history.replaceState(window.history.state, '', `#${next}`);
  }, []);
  return [tab, open];
}
