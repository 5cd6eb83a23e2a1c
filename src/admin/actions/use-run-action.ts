'use client';
import { useState } from 'react';
import { asProblem, type Problem } from '../api/problem';
import { transition, type TransitionInput } from '../api/transition';
import { useT } from '../hooks/use-t';
import { formatMoment } from '../ui/format';
import { notifyDone } from '../ui/notify';

/** Runs a transition; the refusal, with every unmet condition, is kept for the dialog to show. */
export function useRunAction(id: string) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const run = async (input: TransitionInput): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await transition(id, input);
      const { action, at } = input;
      notifyDone(at ? t('done.scheduled', { at: formatMoment(at) }) : t(`done.${action}`));
      return true;
    } catch (cause) {
      setProblem(asProblem(cause));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, problem, clear: () => setProblem(null) };
}
