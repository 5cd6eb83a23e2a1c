'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '../api/problem';
import { upload, type Upload } from '../api/upload';

export interface UploadEntry {
  key: string;
  name: string;
  size: number;
  share: number;
  state: 'sending' | 'done' | 'failed' | 'cancelled';
  problem: Problem | null;
  retry: () => void;
  cancel: () => void;
}

/** Asked for when the upload starts, and again when it is tried again. */
export type UploadPath = string | (() => string);

interface Wanted {
  path: UploadPath;
  file: File;
  onFailed: ((problem: Problem) => void) | undefined;
}

let sequence = 0;
const nextKey = () => `upload-${(sequence += 1)}`;

/** Several uploads with progress; each can be cancelled and tried again. */
export function useUploads<T>(onDone?: (answer: T, file: File) => void) {
  const [entries, setEntries] = useState<UploadEntry[]>([]);
  const running = useRef(new Map<string, Upload<T>>());
  const finished = useRef(onDone);
  finished.current = onDone;

  const patch = useCallback((key: string, change: Partial<UploadEntry>) => {
    setEntries((list) => list.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }, []);

  const start = useCallback(
    (key: string, { path, file, onFailed }: Wanted): Promise<T | undefined> => {
      const address = typeof path === 'string' ? path : path();
      const job = upload<T>({ path: address, file, onProgress: (share) => patch(key, { share }) });
      running.current.set(key, job);
      patch(key, { state: 'sending', share: 0, problem: null });
      return job.done
        .then((answer) => {
          patch(key, { state: 'done', share: 1 });
          finished.current?.(answer, file);
          return answer;
        })
        .catch((cause: unknown) => {
          const problem = asProblem(cause);
          patch(key, { state: problem.code === 'cancelled' ? 'cancelled' : 'failed', problem });
          onFailed?.(problem);
          return undefined;
        })
        .finally(() => running.current.delete(key));
    },
    [patch],
  );

  const send = useCallback(
    (path: UploadPath, file: File, onFailed?: Wanted['onFailed']): Promise<T | undefined> => {
      const wanted = { path, file, onFailed };
      const key = nextKey();
      const entry: UploadEntry = {
        key,
        name: file.name,
        size: file.size,
        share: 0,
        state: 'sending',
        problem: null,
        retry: () => void start(key, wanted),
        cancel: () => running.current.get(key)?.cancel(),
      };
      setEntries((list) => [...list, entry]);
      return start(key, wanted);
    },
    [start],
  );

  /** Lists a file that is not sent, with the reason. */
  const refuse = useCallback((file: File, problem: Problem) => {
    const { name, size } = file;
    const still = () => undefined;
    const entry = { key: nextKey(), name, size, share: 0, state: 'failed' as const };
    setEntries((list) => [...list, { ...entry, problem, retry: still, cancel: still }]);
  }, []);

  const dismiss = useCallback((key: string) => {
    setEntries((list) => list.filter((one) => one.key !== key));
  }, []);

  useEffect(() => {
    const jobs = running.current;
    return () => jobs.forEach((job) => job.cancel());
  }, []);

  const busy = entries.some((entry) => entry.state === 'sending');
  return { entries, send, refuse, dismiss, busy };
}
