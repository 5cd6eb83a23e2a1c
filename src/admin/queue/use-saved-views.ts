'use client';
import { useState } from 'react';
import { asProblem, type Problem } from '../api/problem';
import { request } from '../api/request';
import { useResource } from '../hooks/use-resource';
import { readViews, VIEWS_PREFERENCE, type SavedView } from './saved-views';

const ADDRESS = `/api/payload-preferences/${VIEWS_PREFERENCE}`;

interface Stored {
  value?: unknown;
}

/** A person's views on the server; each change is made to what stands there now. */
export function useSavedViews() {
  const { data, reload } = useResource<Stored>(ADDRESS);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const change = async (how: (views: SavedView[]) => SavedView[]): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      const { value } = await request<Stored>(ADDRESS);
      await request(ADDRESS, { method: 'POST', body: { value: how(readViews(value)) } });
      await reload();
      return true;
    } catch (cause) {
      setProblem(asProblem(cause));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { views: readViews(data?.value), change, busy, problem, clear: () => setProblem(null) };
}
