'use client';
import { useAuth, useTranslation } from '@payloadcms/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '../api/problem';
import { request } from '../api/request';

/** Last answers, so that a screen seen before opens at once; by person and language. */
const cache = new Map<string, unknown>();

export interface Resource<T> {
  data: T | undefined;
  error: Problem | null;
  loading: boolean;
  reload: () => Promise<T | undefined>;
}

/** GET of a staff endpoint: shows what was known, asks again, keeps old data while an answer fails. */
export function useResource<T>(path: string | null): Resource<T> {
  const { user } = useAuth();
  const { i18n } = useTranslation();
  const key = path === null ? null : `${user?.id ?? ''} ${i18n.language} ${path}`;
  const [, redraw] = useState(0);
  const [error, setError] = useState<Problem | null>(null);
  const latest = useRef(key);

  const load = useCallback(async () => {
    if (path === null || key === null) return undefined;
    latest.current = key;
    try {
      const data = await request<T>(path);
      cache.set(key, data);
      if (latest.current === key) setError(null);
      return data;
    } catch (cause) {
      if (latest.current === key) setError(asProblem(cause));
      return undefined;
    } finally {
      if (latest.current === key) redraw((count) => count + 1);
    }
  }, [path, key]);

  useEffect(() => {
    setError(null);
    void load();
  }, [load]);

  const data = key === null ? undefined : (cache.get(key) as T | undefined);
  return { data, error, loading: data === undefined && error === null, reload: load };
}
