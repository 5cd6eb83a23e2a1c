import os from 'node:os';
import { isMainThread } from 'node:worker_threads';

/**
 * Work that nobody waits at a screen for gives way to answers where processors are few. On Linux a
 * priority is that of the calling thread; elsewhere it is the whole process's, so a thread leaves it.
 */
export function giveWay(): void {
  if (!isMainThread && os.platform() !== 'linux') return;
  try {
    os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A container may forbid it: the work is then as quick as any.
  }
}
