import type { SearchDocument } from '../port';
import { storeCommon } from './common';
import type { Connection } from './connection';
import type { Phrase } from './document-texts';
import { addPhrase, writeDocument } from './write-document';

const BATCH_DOCUMENTS = 200;
const BATCH_CHARACTERS = 8_000_000;
const FIRST_SEQ = 1;

/**
 * Fills a fresh index that nobody reads yet. Not flushed to the disk as it goes: the caller flushes
 * the whole before it points readers to it, and a build cut short is thrown away.
 */
export async function rebuildInto(
  connection: Connection,
  documents: AsyncIterable<SearchDocument>,
): Promise<void> {
  await connection.run('PRAGMA synchronous = OFF');
  await connection.run('PRAGMA cache_size = -65536');
  const phrases = new Map<string, Phrase & { n: number }>();
  const countPhrases = (found: Phrase[]) => {
    for (const phrase of found) {
      const key = `${String(phrase.kind)}\t${phrase.folded}\t${phrase.display}`;
      const known = phrases.get(key);
      if (known) known.n += 1;
      else phrases.set(key, { ...phrase, n: 1 });
    }
    return Promise.resolve();
  };
  const flush = (batch: SearchDocument[]) =>
    connection.transaction('write', async () => {
      for (const document of batch) {
        await writeDocument({ connection, document, seq: FIRST_SEQ, countPhrases, recent: false });
      }
    });

  let batch: SearchDocument[] = [];
  let characters = 0;
  for await (const document of documents) {
    batch.push(document);
    characters += document.body.length;
    if (batch.length < BATCH_DOCUMENTS && characters < BATCH_CHARACTERS) continue;
    await flush(batch);
    batch = [];
    characters = 0;
  }
  await flush(batch);
  await connection.transaction('write', async () => {
    for (const { folded, display, kind, n } of phrases.values()) {
      await addPhrase(connection, folded, display, kind, n);
    }
    await storeCommon(connection, FIRST_SEQ);
  });
}
