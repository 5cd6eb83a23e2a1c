import { runFixity, type FixityState } from '../platform/backup/fixity';
import { terminalProgress } from '../platform/backup/progress';
import { getEnv } from '../platform/env';
import { openStorage } from '../platform/storage/own-storage';
import { createStorage } from '../platform/storage/storage';
import { withPayload } from './open';

function say(state: FixityState, hasCopy: boolean): void {
  const { objects, bytes, repaired, faults, examples, copied } = state;
  process.stdout.write(
    `${String(objects)} objects read, ${String(Math.round(bytes / 1024 / 1024))} MB: ${String(faults + repaired)} spoilt, ${String(repaired)} repaired.\n`,
  );
  if (copied)
    process.stdout.write(`${String(copied)} objects were copied to the second storage.\n`);
  for (const { key, fault } of examples) process.stderr.write(`BAD  ${key} is ${fault}\n`);
  if (faults === 0) return;
  process.stderr.write(
    hasCopy
      ? 'The second storage does not hold them whole either: restore them from a backup.\n'
      : 'Restore them from a backup; with STORAGE_COPY_URL set they are repaired from there.\n',
  );
}

/** Reads every stored object; exit code 1 when one is spoilt and stays so. */
export async function fixity(): Promise<number> {
  const { storageCopy } = getEnv();
  return await withPayload(async (payload) => {
    const copy = storageCopy ? createStorage(storageCopy) : undefined;
    const progress = terminalProgress();
    const state = await runFixity({ payload, storage: await openStorage(payload), copy, progress });
    say(state, copy !== undefined);
    return state.faults === 0 ? 0 : 1;
  });
}
