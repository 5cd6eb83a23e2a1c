import { Worker } from 'node:worker_threads';
import { AppError } from '../../platform/errors';
import type { Calls, Reply, Request } from './messages';

export interface ThreadPool {
  /** Throws AppError `search_unavailable` on a crash, after the time limit, or with a full queue. */
  call<K extends keyof Calls>(call: K, input: Calls[K]['input']): Promise<Calls[K]['output']>;
  close(): Promise<void>;
}

interface Job {
  request: Request;
  resolve: (output: never) => void;
  reject: (error: unknown) => void;
  /** Runs while the job waits for a thread, later while it runs. */
  timer: NodeJS.Timeout;
}

interface Slot {
  worker: Worker;
  ready: boolean;
  job: Job | null;
}

/** More waiting queries than this will not be answered in time anyway. */
const LONGEST_QUEUE = 500;
/** A thread that starts loads the index first. */
const MOST_WAITING_MS = 15_000;
/** Texts that are read for one answer are garbage after it: a large nursery would only keep them longer. */
const RESOURCES = { maxYoungGenerationSizeMb: 4 };
const RESTART_MS = { first: 50, last: 5000 };

/**
 * Threads that take one query each at a time. A query over its time is given up and its thread
 * replaced, since a database call cannot be interrupted; a crashed thread is replaced too.
 */
export function createThreadPool(input: {
  threadFile: URL;
  workerData: unknown;
  threads: number;
  timeLimitMs: number;
  onProblem: (error: unknown) => void;
}): ThreadPool {
  const { threadFile, workerData, threads, timeLimitMs, onProblem } = input;
  const queue: Job[] = [];
  const slots = new Set<Slot>();
  const restarts = new Set<NodeJS.Timeout>();
  let closed = false;
  let lastId = 0;
  let failures = 0;

  function start() {
    const worker = new Worker(threadFile, { workerData, resourceLimits: RESOURCES });
    worker.unref();
    const slot: Slot = { worker, ready: false, job: null };
    slots.add(slot);
    worker.on('message', (reply: Reply) => {
      if ('ready' in reply) slot.ready = true;
      else finish(slot, reply);
      failures = 0;
      dispatch();
    });
    worker.on('error', (error) => {
      replace(slot, error);
    });
    worker.on('exit', (code) => {
      replace(slot, new Error(`The search thread ended with code ${String(code)}`));
    });
  }

  function replace(slot: Slot, cause: unknown) {
    if (!slots.delete(slot)) return;
    void slot.worker.terminate();
    fail(slot.job, cause);
    slot.job = null;
    if (closed) return;
    onProblem(cause);
    const pause = Math.min(RESTART_MS.first * 2 ** failures, RESTART_MS.last);
    failures += 1;
    const timer = setTimeout(() => {
      restarts.delete(timer);
      start();
    }, pause).unref();
    restarts.add(timer);
  }

  function fail(job: Job | null, cause: unknown) {
    if (!job) return;
    clearTimeout(job.timer);
    job.reject(new AppError('search_unavailable', {}, cause));
  }

  function finish(slot: Slot, reply: Exclude<Reply, { ready: true }>) {
    const { job } = slot;
    if (!job || job.request.id !== reply.id) return;
    slot.job = null;
    clearTimeout(job.timer);
    if ('output' in reply) job.resolve(reply.output as never);
    else job.reject(new AppError(reply.error.code, {}, new Error(reply.error.message)));
  }

  function dispatch() {
    for (const slot of slots) {
      if (!slot.ready || slot.job) continue;
      const job = queue.shift();
      if (!job) return;
      slot.job = job;
      clearTimeout(job.timer);
      job.timer = setTimeout(() => {
        replace(slot, new Error(`A query took longer than ${String(timeLimitMs)} ms`));
      }, timeLimitMs);
      slot.worker.postMessage(job.request);
    }
  }

  for (let n = 0; n < threads; n += 1) start();

  return {
    call: (call, value) =>
      new Promise((resolve, reject) => {
        if (closed || queue.length >= LONGEST_QUEUE) {
          reject(new AppError('search_unavailable'));
          return;
        }
        lastId += 1;
        const job: Job = {
          request: { id: lastId, call, input: value } as Request,
          resolve,
          reject,
          timer: setTimeout(() => {
            queue.splice(queue.indexOf(job), 1);
            fail(job, new Error('No search thread was free'));
          }, MOST_WAITING_MS),
        };
        queue.push(job);
        dispatch();
      }),
    async close() {
      closed = true;
      for (const timer of restarts) clearTimeout(timer);
      for (const job of queue.splice(0)) fail(job, new Error('Search was closed'));
      const workers = [...slots].map((slot) => {
        fail(slot.job, new Error('Search was closed'));
        return slot.worker.terminate();
      });
      slots.clear();
      await Promise.all(workers);
    },
  };
}
