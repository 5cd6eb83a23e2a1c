import type { SearchDocument } from '../port';
import type { Connection } from './connection';
import { hashedHead, packHead } from '../query/hashed-head';
import {
  documentTexts,
  phrasesOf,
  readHeadWords,
  type DocumentTexts,
  type Head,
  type Phrase,
} from './document-texts';

/** Counts phrases at once or, in a rebuild, at its end. */
export type CountPhrases = (phrases: Phrase[]) => Promise<void>;

export function countPhrasesIn(connection: Connection): CountPhrases {
  return async (phrases) => {
    for (const { folded, display, kind } of phrases) await addPhrase(connection, folded, display, kind, 1); // prettier-ignore
  };
}

export async function addPhrase(
  connection: Connection,
  folded: string,
  display: string,
  kind: number,
  n: number,
): Promise<void> {
  await connection.run(
    'INSERT INTO phrases VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n',
    [folded, display, kind, n],
  );
}

async function forgetPhrases(connection: Connection, id: number): Promise<void> {
  const head = await connection.value('SELECT head FROM heads WHERE id = ?', [id]);
  if (typeof head !== 'string') return;
  for (const { folded, display, kind } of phrasesOf(JSON.parse(head) as Head)) {
    await addPhrase(connection, folded, display, kind, -1);
    await connection.run(
      'DELETE FROM phrases WHERE folded = ? AND display = ? AND kind = ? AND n <= 0',
      [folded, display, kind],
    );
  }
}

const idOf = async (connection: Connection, identifier: string): Promise<number | null> =>
  (await connection.value('SELECT id FROM documents WHERE identifier = ?', [identifier])) as
    number | null;

export async function nextSeq(connection: Connection): Promise<number> {
  return (((await connection.value('SELECT max(seq) FROM documents')) as number | null) ?? 0) + 1;
}

/** Adds or replaces one document, inside the caller's transaction. */
export async function writeDocument(input: {
  connection: Connection;
  document: SearchDocument;
  seq: number;
  countPhrases: CountPhrases;
}): Promise<void> {
  const { connection, document, seq, countPhrases } = input;
  const texts = documentTexts(document);
  const known = await idOf(connection, document.identifier);
  if (known !== null) await forgetPhrases(connection, known);
  const id =
    known ??
    (((await connection.value('SELECT max(id) FROM documents')) as number | null) ?? 0) + 1;
  await connection.run('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)', [
    id,
    texts.identifier,
    seq,
    texts.publishedAt,
    texts.modifiedAt,
    texts.titleKey,
    texts.facets,
  ]);
  await connection.run('INSERT OR REPLACE INTO heads VALUES (?, ?, ?)', [
    id,
    texts.head,
    texts.words,
  ]);
  await connection.run('INSERT OR REPLACE INTO ranked_heads VALUES (?, ?)', [
    id,
    packHead(hashedHead(readHeadWords(texts.words))),
  ]);
  await connection.run('DELETE FROM passages WHERE id = ?', [id]);
  for (const [part, text] of texts.passages.entries()) {
    await connection.run('INSERT INTO passages VALUES (?, ?, ?)', [id, part, text]);
  }
  const { folded, exact } = texts;
  await connection.run(
    `INSERT OR REPLACE INTO "full" (rowid, title, keywords, labels, abstract, body, exact)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, ...zonesOf(folded), folded.body, texts.exactFull],
  );
  await connection.run(
    `INSERT OR REPLACE INTO head
       (rowid, title, keywords, labels, abstract,
        title_exact, keywords_exact, labels_exact, abstract_exact)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, ...zonesOf(folded), ...zonesOf(exact)],
  );
  await connection.run('INSERT OR REPLACE INTO pairs (rowid, pair) VALUES (?, ?)', [
    id,
    texts.pairs,
  ]);
  await countPhrases(phrasesOf(JSON.parse(texts.head) as Head));
}

const zonesOf = ({ title, keywords, labels, abstract }: DocumentTexts['exact']): string[] => [
  title,
  keywords,
  labels,
  abstract,
];

/** Removes one document, inside the caller's transaction; its row stays as a mark for readers. */
export async function eraseDocument(input: {
  connection: Connection;
  identifier: string;
  seq: number;
}): Promise<void> {
  const { connection, identifier, seq } = input;
  const id = await idOf(connection, identifier);
  if (id === null) return;
  await forgetPhrases(connection, id);
  await connection.run(
    `UPDATE documents SET identifier = NULL, seq = ?, title_key = '', facets = '[]' WHERE id = ?`,
    [seq, id],
  );
  for (const table of ['heads', 'ranked_heads', 'passages']) {
    await connection.run(`DELETE FROM ${table} WHERE id = ?`, [id]);
  }
  for (const table of ['"full"', 'head', 'pairs']) {
    await connection.run(`DELETE FROM ${table} WHERE rowid = ?`, [id]);
  }
}
