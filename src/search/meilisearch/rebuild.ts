import type { SearchDocument } from '../port';
import { requireGoOn, type GoOn } from '../while-allowed';
import { batchesOf } from './batches';
import { MeilisearchError, type Connection } from './connection';
import { deleteIndex, documentCount, ensureIndexes, swapIn } from './indexes';
import { nextOf, type IndexNames } from './names';
import { applyChanges, storedSize, writeDocuments, type Changes } from './write';

/**
 * Fills indexes beside those in use, brings in what was written meanwhile, compares their number
 * with what was sent, and only then exchanges them. Whatever fails leaves those in use as they were.
 */
export async function rebuildInto(input: {
  connection: Connection;
  names: IndexNames;
  documents: AsyncIterable<SearchDocument>;
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** What came in since the rebuild began; grows while it runs. */
  changes: Changes;
  goOn: GoOn;
}): Promise<{ documents: number }> {
  const { connection, names, documents, inTurn, changes, goOn } = input;
  const next = { ...names, materials: nextOf(names.materials), passages: nextOf(names.passages) };
  const discard = async () => {
    for (const uid of [next.materials, next.passages]) await deleteIndex(connection, uid);
  };
  await discard(); // what a killed rebuild left
  try {
    await ensureIndexes(connection, next);
    const sent = await fill(connection, next, documents);
    return await inTurn(async () => {
      await applyChanges(connection, next, changes);
      for (const [identifier, document] of changes) {
        if (document) sent.add(identifier);
        else sent.delete(identifier);
      }
      await requireCount(connection, next.materials, sent.size);
      requireGoOn(goOn);
      await swapIn(connection, names);
      return { documents: sent.size };
    });
  } finally {
    await discard();
  }
}

async function fill(
  connection: Connection,
  target: IndexNames,
  documents: AsyncIterable<SearchDocument>,
): Promise<Set<string>> {
  const sent = new Set<string>();
  for await (const batch of batchesOf(documents, storedSize)) {
    await writeDocuments(connection, target, batch, { replace: false });
    for (const { identifier } of batch) sent.add(identifier);
  }
  return sent;
}

async function requireCount(connection: Connection, uid: string, sent: number): Promise<void> {
  const found = await documentCount(connection, uid);
  if (found === sent) return;
  const numbers = `${String(found)} documents of ${String(sent)}`;
  throw new MeilisearchError(`The new index ${uid} has ${numbers}: not used`, 'count_differs');
}
