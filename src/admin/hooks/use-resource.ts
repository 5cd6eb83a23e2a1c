'use client';
import { useAuth, useTranslation } from '@payloadcms/ui';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Problem } from '../api/problem';
import { ask, knownOf, listen } from './resource-store';

export interface Resource<T> {
  data: T | undefined;
  error: Problem | null;
  loading: boolean;
  reload: () => Promise<T | undefined>;
}

/**
 * GET of a staff endpoint: shows what was known, asks again, keeps old data while an answer fails.
 * Answers are kept by person and language: the next to sign in sees nothing of the one before.
 */
export function useResource<T>(path: string | null): Resource<T> {
  const { user } = useAuth();
  const { i18n } = useTranslation();
  const key = path === null ? null : `${user?.id ?? ''} ${i18n.language} ${path}`;

  const subscribe = useCallback(
    (listener: () => void) => (key === null ? () => undefined : listen(key, listener)),
    [key],
  );
  const { data, error } = useSyncExternalStore(
    subscribe,
    () => knownOf(key),
    () => knownOf(null),
  );

  useEffect(() => {
    if (key !== null && path !== null) void ask(key, path, { fresh: false });
  }, [key, path]);

  const reload = useCallback(
    async () =>
      key === null || path === null
        ? undefined
        : ((await ask(key, path, { fresh: true })) as T | undefined),
    [key, path],
  );
  return {
    data: data as T | undefined,
    error,
    loading: path !== null && data === undefined && error === null,
    reload,
  };
}
