import { createReadStream } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../sha256';
import { BackupError } from './backup-error';
import { readLines } from './files';
import type { Manifest, ObjectLine } from './manifest';
import type { Progress } from './progress';

/** Every file of the backup against its SHA-256. Throws {@link BackupError} naming the first that differs. */
export async function verifyBackup(
  from: string,
  manifest: Manifest,
  progress?: Progress,
): Promise<void> {
  const lists = [
    ...Object.values(manifest.records),
    ...(manifest.objects ? [manifest.objects] : []),
  ];
  for (const { file, sha256 } of lists) await verifyFile(from, file, sha256);
  let done = 0;
  for await (const { key, sha256 } of objectLines(from, manifest)) {
    await verifyFile(from, path.join('objects', key), sha256);
    done += 1;
    progress?.('verify the backup', done, manifest.objects?.objects ?? 0);
  }
  if (done !== (manifest.objects?.objects ?? 0)) {
    throw new BackupError(`The backup in ${from} is damaged: its list of files is not complete.`);
  }
}

async function verifyFile(from: string, file: string, sha256: string): Promise<void> {
  const found = await hashOf(createReadStream(path.join(from, file))).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
  if (found?.sha256 === sha256) return;
  throw new BackupError(
    `The backup in ${from} is damaged: ${file} ${found ? 'is not what was written' : 'is missing'}. Nothing was restored.`,
  );
}

/** One line an object of the backup. */
export function objectLines(from: string, { objects }: Manifest): AsyncIterable<ObjectLine> {
  return objects ? readLines<ObjectLine>(path.join(from, objects.file)) : readNothing();
}
async function* readNothing(): AsyncGenerator<never> {
  // Nothing to read.
}
