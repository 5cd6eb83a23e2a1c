import type { Reconciled, SearchDocument } from '../port';
import { requireGoOn, type GoOn } from '../while-allowed';
import { batchesOf } from './batches';
import type { Connection } from './connection';
import type { IndexNames } from './names';
import { materialRecord } from './records';
import { removeDocuments, storedSize, writeDocuments } from './write';

const PAGE = 1_000;

/**
 * Brings the index in use in line with all documents, by identifier and content: what lacks or
 * differs is written, what should not be there is taken out, the rest is left alone. `isChanged`:
 * written by somebody else meanwhile, and newer than what this sees.
 */
export async function reconcile(input: {
  connection: Connection;
  names: IndexNames;
  documents: AsyncIterable<SearchDocument>;
  isChanged: (identifier: string) => boolean;
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  goOn: GoOn;
}): Promise<Reconciled> {
  const { connection, names, documents, isChanged, inTurn, goOn } = input;
  const indexed = await hashes(connection, names.materials);
  const surplus = new Set(indexed.keys());
  async function* differing() {
    for await (const document of documents) {
      surplus.delete(document.identifier);
      const { hash } = materialRecord(document);
      if (indexed.get(document.identifier) !== hash) yield document;
    }
  }
  let written = 0;
  for await (const batch of batchesOf(differing(), storedSize)) {
    await inTurn(async () => {
      requireGoOn(goOn);
      const due = batch.filter(({ identifier }) => !isChanged(identifier));
      await writeDocuments(connection, names, due, { replace: true });
      written += due.length;
    });
  }
  const removed = await inTurn(async () => {
    requireGoOn(goOn);
    const due = [...surplus].filter((identifier) => !isChanged(identifier));
    for (let at = 0; at < due.length; at += PAGE) {
      await removeDocuments(connection, names, due.slice(at, at + PAGE));
    }
    return due.length;
  });
  return { written, removed };
}

/** Content hashes by identifier. */
async function hashes(connection: Connection, uid: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let offset = 0, total = 1; offset < total; offset += PAGE) {
    const page = await connection.call<{
      results: { identifier: string; hash: string }[];
      total: number;
    }>({
      method: 'POST',
      path: `/indexes/${uid}/documents/fetch`,
      body: { offset, limit: PAGE, fields: ['identifier', 'hash'] },
    });
    total = page.total;
    for (const { identifier, hash } of page.results) found.set(identifier, hash);
  }
  return found;
}
