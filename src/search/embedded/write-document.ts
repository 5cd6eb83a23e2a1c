import type { SearchDocument } from '../port';
import type { Connection } from './connection';
import { RECENT } from './schema';
import { hashedHead, packHead } from '../query/hashed-head';
import {
  documentTexts,
  phrasesOf,
  readHeadWords,
  type DocumentTexts,
  type Head,
  type Phrase,
} from './document-texts';

const TEXT_TABLES = ['full', 'terms'];

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
  /** Whether sets of common words are stored that the document is not in, see common.ts. */
  recent: boolean;
}): Promise<void> {
  const { connection, document, seq, countPhrases, recent } = input;
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
  await connection.run(
    'INSERT OR REPLACE INTO head (rowid, title, keywords, labels, abstract) VALUES (?, ?, ?, ?, ?)',
    [id, ...zonesOf(texts.folded)],
  );
  await writeTexts(connection, '', id, texts);
  if (recent) {
    await connection.run('INSERT OR IGNORE INTO recent VALUES (?)', [id]);
    await writeTexts(connection, RECENT, id, texts);
  }
  await countPhrases(phrasesOf(JSON.parse(texts.head) as Head));
}

/** What is searched of a document, in the tables of this prefix. */
async function writeTexts(
  connection: Connection,
  prefix: string,
  id: number,
  texts: DocumentTexts,
) {
  const { folded, exactFull, terms } = texts;
  await connection.run(
    `INSERT OR REPLACE INTO "${prefix}full" (rowid, title, keywords, labels, abstract, body, exact)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, ...zonesOf(folded), folded.body, exactFull],
  );
  await connection.run(`INSERT OR REPLACE INTO "${prefix}terms" (rowid, term) VALUES (?, ?)`, [
    id,
    terms,
  ]);
}

const zonesOf = ({ title, keywords, labels, abstract }: DocumentTexts['folded']): string[] => [
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
  /** As for {@link writeDocument}. */
  recent: boolean;
}): Promise<void> {
  const { connection, identifier, seq, recent } = input;
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
  if (recent) await connection.run('INSERT OR IGNORE INTO recent VALUES (?)', [id]);
  await connection.run('DELETE FROM head WHERE rowid = ?', [id]);
  for (const table of TEXT_TABLES) {
    await connection.run(`DELETE FROM "${table}" WHERE rowid = ?`, [id]);
    if (recent) await connection.run(`DELETE FROM "${RECENT}${table}" WHERE rowid = ?`, [id]);
  }
}
