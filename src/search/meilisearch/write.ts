import type { SearchDocument } from '../port';
import type { Connection } from './connection';
import { anyOf, equals } from './filters';
import type { IndexNames } from './names';
import { materialRecord, passageRecords, type PassageRecord } from './records';
import { finished, type Enqueued } from './tasks';

/** Documents by identifier, or null where one was removed. */
export type Changes = Map<string, SearchDocument | null>;

type Target = Pick<IndexNames, 'materials' | 'passages'>;

/** A write may carry megabytes. */
const TIME_LIMIT_MS = 120_000;
/** A body becomes about this many bytes: itself, its words in both forms, and once more in pieces. */
export const storedSize = ({ body, abstract }: SearchDocument): number =>
  4_000 + 3 * body.length + 6 * (abstract?.vi.length ?? 0);

const MOST_PASSAGES = 2_000;

async function post(connection: Connection, path: string, body: unknown): Promise<void> {
  const call = { method: 'POST', path, body, timeLimitMs: TIME_LIMIT_MS } as const;
  await finished(connection, await connection.call<Enqueued>(call));
}

/** Adds or replaces; the documents were found valid. Their old passages stay unless `replace`. */
export async function writeDocuments(
  connection: Connection,
  target: Target,
  documents: SearchDocument[],
  { replace }: { replace: boolean },
): Promise<void> {
  if (documents.length === 0) return;
  const passages = documents.flatMap(passageRecords);
  for (let at = 0; at < passages.length; at += MOST_PASSAGES) {
    const slice = passages.slice(at, at + MOST_PASSAGES);
    await post(connection, `/indexes/${target.passages}/documents`, slice);
  }
  const records = documents.map(materialRecord);
  await post(connection, `/indexes/${target.materials}/documents`, records);
  if (!replace) return;
  const filter = anyOf(documents.map((document) => beyond(document, passages)));
  await post(connection, `/indexes/${target.passages}/documents/delete`, { filter });
}

/** What is left of a longer text that the document had before. */
function beyond({ identifier }: SearchDocument, passages: PassageRecord[]): string {
  const count = passages.filter(({ material }) => material === identifier).length;
  return `(${equals('material', identifier)} AND part >= ${String(count)})`;
}

export async function removeDocuments(
  connection: Connection,
  target: Target,
  identifiers: string[],
): Promise<void> {
  if (identifiers.length === 0) return;
  const remove = async (uid: string, field: string) => {
    const filter = anyOf(identifiers.map((identifier) => equals(field, identifier)));
    await post(connection, `/indexes/${uid}/documents/delete`, { filter });
  };
  // First what is found by: a passage alone shows nothing.
  await remove(target.materials, 'identifier');
  await remove(target.passages, 'material');
}

export async function applyChanges(
  connection: Connection,
  target: Target,
  changes: Changes,
): Promise<void> {
  const removed = [...changes]
    .filter(([, document]) => !document)
    .map(([identifier]) => identifier);
  await removeDocuments(connection, target, removed);
  const documents = [...changes.values()].filter((document) => document !== null);
  await writeDocuments(connection, target, documents, { replace: true });
}
