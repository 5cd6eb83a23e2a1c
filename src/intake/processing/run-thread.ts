import { Worker } from 'node:worker_threads';
import type { ProcessingAnswer, ProcessingJob } from './protocol';

const HEAP_MB = 512;
export const TIME_LIMIT_MS = 60_000;

/**
 * Processes a file in a thread of its own, which is stopped when it takes too long and dies alone
 * when it needs too much memory. Never rejects.
 */
export function runProcessing(
  threadFile: URL | string,
  job: ProcessingJob,
  timeLimit = TIME_LIMIT_MS,
): Promise<ProcessingAnswer> {
  return new Promise((resolve) => {
    const worker = new Worker(threadFile, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      // What libraries print about odd files is no news to the operator.
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const finish = (answer: ProcessingAnswer) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(
      () => finish({ ok: false, note: 'timeout', message: `${String(timeLimit)} ms` }),
      timeLimit,
    );
    worker.once('message', finish);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      finish({
        ok: false,
        note: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'damaged',
        message: String(error),
      }),
    );
    worker.once('exit', (code) =>
      finish({ ok: false, note: 'damaged', message: `thread ended with ${String(code)}` }),
    );
  });
}
