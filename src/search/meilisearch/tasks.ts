import { now } from '../../platform/clock';
import { MeilisearchError, type Connection } from './connection';

/** Everything that writes answers with a task, which may fail long after. */
export interface Enqueued {
  taskUid: number;
}

interface Task {
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled';
  type: string;
  error?: { code: string; message: string } | null;
}

const FIRST_LOOK_MS = 10;
const LONGEST_PAUSE_MS = 1_000;
/** A task waits for all before it; one of five thousand documents takes seconds. */
export const PATIENCE_MS = 30 * 60_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for its end. Throws MeilisearchError with the task's own code when it failed. */
export async function finished(
  connection: Connection,
  { taskUid }: Enqueued,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const end = Date.now() + patienceMs;
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(wait * 1.5, LONGEST_PAUSE_MS)) {
    const path = `/tasks/${String(taskUid)}`;
    const { status, type, error } = await connection.call<Task>({ method: 'GET', path });
    if (status === 'succeeded') return;
    const name = `task ${String(taskUid)} (${type})`;
    if (status === 'failed' || status === 'canceled') {
      throw new MeilisearchError(`${name}: ${error?.message ?? status}`, error?.code ?? status);
    }
    if (Date.now() > end) {
      const limit = `${String(Math.round(patienceMs / 1000))} s`;
      throw new MeilisearchError(`${name} is ${status} after ${limit}`, 'task_too_slow');
    }
    await pause(wait);
  }
}

const KEPT_MS = 24 * 3_600_000;

/** Old tasks of these indexes; Meilisearch keeps them for ever, up to a limit at which it stops. */
export async function forgetTasks(connection: Connection, uids: string[]): Promise<void> {
  const enqueued = await connection.call<Enqueued>({
    method: 'DELETE',
    path: '/tasks',
    query: {
      statuses: 'succeeded,failed,canceled',
      indexUids: uids.join(','),
      beforeFinishedAt: new Date(now().getTime() - KEPT_MS).toISOString(),
    },
  });
  await finished(connection, enqueued);
}
