'use client';
import { useState } from 'react';
import { request } from '../api/request';
import { useT } from '../hooks/use-t';
import { Button } from '../ui/button';
import { notifyDone, notifyProblem } from '../ui/notify';

/** Puts back in the queue what was given up, says how much that was, and has the list looked at again. */
export function RetryGivenUp({ count, onDone }: { count: number; onDone: () => Promise<unknown> }) {
  const t = useT();
  const [busy, setBusy] = useState(false);

  async function retry() {
    setBusy(true);
    try {
      const done = await request<{ count: number }>('/api/staff/health/retry', { method: 'POST' });
      notifyDone(
        done.count === 0 ? t('health.nothingGivenUp') : t('health.retried', { count: done.count }),
      );
      await onDone();
    } catch (cause) {
      notifyProblem(t, cause);
    } finally {
      setBusy(false);
    }
  }

  return (
    <p className="kho-parts__act">
      <Button busy={busy} icon="restore" onClick={() => void retry()}>
        {t('health.retry', { count })}
      </Button>
    </p>
  );
}
