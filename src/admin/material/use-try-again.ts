'use client';
import { useEffect } from 'react';
import { onSessionChange, sessionEnded } from '../api/session';
import type { useSave } from './use-save';

const EVERY_MS = 20_000;

/** A save that failed for want of a session, a network or a server goes on when that is back. */
export function useTryAgain({
  status,
  problem,
  retry,
}: Pick<ReturnType<typeof useSave>, 'status' | 'problem' | 'retry'>): void {
  const failed = status === 'failed';
  const unreachable = problem !== null && (problem.status === 0 || problem.status >= 500);
  useEffect(() => {
    if (!failed) return;
    const forget = onSessionChange(() => {
      if (!sessionEnded()) retry();
    });
    window.addEventListener('online', retry);
    const timer = unreachable ? setInterval(retry, EVERY_MS) : undefined;
    return () => {
      forget();
      window.removeEventListener('online', retry);
      clearInterval(timer);
    };
  }, [failed, unreachable, retry]);
}
