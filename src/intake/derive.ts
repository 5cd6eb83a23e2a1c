import type { Payload } from 'payload';
import { derivedKey } from '../platform/storage/object-name';
import { inTransaction } from '../platform/database/transaction';
import type { Storage } from '../platform/storage/port';
import { KINDS } from './kinds';
import type { Derived, ProcessingAnswer } from './processing/protocol';
import { runProcessing } from './processing/run-thread';

export interface DeriveArgs {
  payload: Payload;
  storage: Storage;
  /** Of the `files` document. */
  fileId: string;
  /** The built `processing-thread.js`. */
  threadFile: URL | string;
  timeLimit?: number;
}

interface StoredFile {
  sha256: string;
  size: number;
  extension: string;
  storageKey: string;
  processing: string;
}

/**
 * Makes what is derived from a file (text for search, thumbnail, pages, duration, size of picture)
 * and writes it into its row. Can be run again at any time with the same outcome. A file that cannot
 * be read keeps its row and bytes and says so (`failed` with a note); only trouble of storage or
 * database throws, for the worker to try again.
 */
export async function deriveFile(args: DeriveArgs): Promise<void> {
  const { payload, storage, fileId, threadFile, timeLimit } = args;
  const file = (await payload.findByID({
    collection: 'files',
    id: fileId,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })) as StoredFile | null;
  if (!file || file.processing !== 'pending') return;
  const kind = KINDS.find(({ extensions }) => extensions.includes(file.extension));
  const copy = await storage.localCopy(file.storageKey);
  let answer: ProcessingAnswer;
  try {
    const job = { path: copy.path, size: file.size, kindId: kind?.id ?? '' };
    answer = await runProcessing(threadFile, job, timeLimit);
  } finally {
    await copy.release();
  }
  const data = answer.ok
    ? { processing: 'done' as const, ...(await keep(storage, file, answer.derived)) }
    : { processing: 'failed' as const, processingNote: answer.note };
  if (!answer.ok) payload.logger.warn({ fileId, ...answer }, 'file could not be processed');
  await inTransaction({ payload }, async (req) => {
    await payload.update({ collection: 'files', id: fileId, data, req, depth: 0 });
  });
}

/** Bytes first, under keys made of the content, then the row. */
async function keep(storage: Storage, { sha256 }: StoredFile, derived: Derived) {
  const { text, thumbnail, note, pages, duration, width, height } = derived;
  const textKey = text === undefined ? undefined : derivedKey(sha256, 'text.txt');
  const thumbnailKey = thumbnail === undefined ? undefined : derivedKey(sha256, 'thumb.webp');
  if (textKey) await storage.putBytes(textKey, Buffer.from(text ?? ''), 'text/plain');
  if (thumbnailKey && thumbnail) await storage.putBytes(thumbnailKey, thumbnail, 'image/webp');
  return { textKey, thumbnailKey, processingNote: note, pages, duration, width, height };
}
