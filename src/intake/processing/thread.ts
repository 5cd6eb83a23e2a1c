/** Entry of the processing thread: one file, one answer, then it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { processFile } from './process-file';
import type { ProcessingJob } from './protocol';

const answer = await processFile(workerData as ProcessingJob);
parentPort?.postMessage(answer);
