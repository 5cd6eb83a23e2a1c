import { Worker } from 'node:worker_threads';
import { signals } from '../platform/signals';
import { getLogger } from '../platform/logger';
import { distFile } from './dist-file';

export interface WorkerThread {
  /** When the last round ended; undefined before the first. */
  lastRound(): number | undefined;
  stop(): Promise<void>;
}

const STOP_MS = 10_000;
const RESTART_MS = 1_000;

/** Starts the worker thread and starts it again when it dies; its leases run out by themselves. */
export function startWorkerThread(): WorkerThread {
  let thread: Worker | undefined;
  let last: number | undefined;
  let stopping = false;

  const start = () => {
    thread = new Worker(distFile('worker.js'));
    thread.on('message', (message: { kind: string; at?: number }) => {
      if (message.kind === 'alive') last = message.at;
      if (message.kind === 'done') signals().emit('publication');
    });
    thread.on('error', (error) => {
      getLogger().error({ err: error }, 'the worker thread failed');
    });
    thread.on('exit', () => {
      if (!stopping) setTimeout(start, RESTART_MS);
    });
  };
  start();
  const wake = () => thread?.postMessage('wake');
  signals().on('outbox', wake);

  return {
    lastRound: () => last,
    async stop() {
      stopping = true;
      signals().off('outbox', wake);
      const running = thread;
      if (!running) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          void running.terminate().then(() => resolve());
        }, STOP_MS);
        running.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
        running.postMessage('stop');
      });
    },
  };
}
