'use client';
import { useCallback, useRef, useState, type RefObject } from 'react';
import type { WorkbenchView } from '../../review/view-models';
import { asProblem, type Problem } from '../api/problem';
import { useT } from '../hooks/use-t';
import { notifyDone } from '../ui/notify';
import { clashes, resolve, type Clash } from './conflicts';
import { afterSave, isEmpty, MATERIAL, updatedAtOf, type Edits } from './edits';
import { saveRecord } from './save-record';

export interface Conflict {
  list: Clash[];
  by: string | null;
}
export type SaveStatus = 'idle' | 'saving' | 'failed';

interface Args {
  view: RefObject<WorkbenchView | undefined>;
  edits: RefObject<Edits>;
  setEdits: (change: (edits: Edits) => Edits) => void;
  reload: () => Promise<WorkbenchView | undefined>;
}

/**
 * Saves every changed record. Somebody else's save in between (409) is merged when it touched other
 * fields, and shown field by field when it touched the same ones.
 */
export function useSave({ view, edits, setEdits, reload }: Args) {
  const t = useT();
  const [status, setStatus] = useState<SaveStatus>('idle');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const running = useRef<Promise<boolean> | null>(null);

  const attempt = useCallback(async (): Promise<boolean> => {
    const sent = edits.current;
    let by: string | null = null;
    let merged = false;
    for (;;) {
      const current = view.current;
      if (!current || isEmpty(sent)) return true;
      const list = clashes(sent, current);
      if (list.length > 0) {
        setConflict({ list, by: by ?? current.updatedBy?.name ?? null });
        return false;
      }
      try {
        await sendAll(sent, current);
        break;
      } catch (cause) {
        const problem = asProblem(cause);
        if (problem.code !== 'changed_meanwhile' || merged) throw cause;
        by = problem.by;
        merged = true;
        const now = await reload();
        // Nothing may be called saved that was not: without the other's version there is no merging.
        if (!now) throw cause;
        view.current = now;
      }
    }
    const fresh = await reload();
    if (fresh) setEdits((now) => afterSave(now, sent, fresh));
    setSavedAt(new Date().toISOString());
    if (merged) notifyDone(t('save.merged', { name: by ?? t('save.someone') }));
    return true;
  }, [view, edits, setEdits, reload, t]);

  const save = useCallback((): Promise<boolean> => {
    // What was typed since it began is saved after it: whoever asks now means that, too.
    const before = running.current;
    if (before) return before.then((ok) => (ok && !isEmpty(edits.current) ? save() : ok));
    if (isEmpty(edits.current)) return Promise.resolve(true);
    setStatus('saving');
    setProblem(null);
    const run = attempt()
      .then((ok) => {
        setStatus('idle');
        return ok;
      })
      .catch((cause: unknown) => {
        setStatus('failed');
        setProblem(asProblem(cause));
        return false;
      })
      .finally(() => {
        running.current = null;
      });
    running.current = run;
    return run;
  }, [attempt, edits]);

  const settle = useCallback(
    (choose: (clash: Clash) => 'mine' | 'theirs') => {
      if (!conflict) return;
      setEdits((now) => resolve(now, conflict.list, choose));
      setConflict(null);
      void save();
    },
    [conflict, setEdits, save],
  );

  /** A new change after a failed save is a reason to try again. */
  const retry = useCallback(() => setStatus((now) => (now === 'failed' ? 'idle' : now)), []);

  return {
    save,
    status,
    savedAt,
    /** Why the last save failed; shown beside the button that would try again. */
    problem: problem?.code === 'signed_out' ? null : problem,
    conflict,
    settle,
    retry,
    postpone: () => setConflict(null),
  };
}

async function sendAll(sent: Edits, view: WorkbenchView): Promise<void> {
  for (const [key, record] of Object.entries(sent)) {
    await saveRecord({
      collection: key === MATERIAL ? 'materials' : 'rights-records',
      id: key === MATERIAL ? view.id : key,
      updatedAt: updatedAtOf(view, key),
      edits: record,
    });
  }
}
