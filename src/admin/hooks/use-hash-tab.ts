'use client';
import { useCallback, useEffect, useState } from 'react';

/**
 * The open tab lives in the address after `#`, so that it can be sent to a colleague. `first` opens
 * where the address names none; with `steps`, the browser's way back leads from one to the other.
 */
export function useHashTab<T extends string>(
  tabs: readonly T[],
  { first, steps = false }: { first?: T; steps?: boolean } = {},
): [T, (tab: T) => void] {
  const [tab, setTab] = useState<T>(first ?? (tabs[0] as T));

  useEffect(() => {
    const read = () => {
      const found = tabs.find((name) => name === window.location.hash.slice(1));
      if (found) setTab(found);
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [tabs]);

  const open = useCallback(
    (next: T) => {
      setTab(next);
      const { history, location } = window;
      const here = location.hash === `#${next}`;
      if (steps && !here) history.pushState(history.state, '', `#${next}`);
      else history.replaceState(history.state, '', `#${next}`);
    },
    [steps],
  );
  return [tab, open];
}
