import { inColumns, quote } from '../query/fts-expression';
import { foldToken } from '../fold/tokenise';
import type { Connection } from './connection';
import { bytesOf, replaced, setOfBytes, type IdSet } from './id-set';
import { readSet } from './read-set';
import { FULL, HEAD, TITLE } from './schema';

/**
 * The documents of what very many have (*học*, *giáo dục*) are stored as sets of bits. FTS5 goes
 * through such a list one document after the other, twenty milliseconds in a hundred thousand; below
 * this number it answers about as fast as a stored set is read.
 */
const COMMON = 3_000;
/** After more changes than these FTS5 is asked anew. */
const MOST_CHANGES = 300;
/** Sets brought up to date with each change of the index, the oldest first. */
const RENEWED = 2;

const nameOf = (table: string, expression: string): string => `${table} ${expression}`;

/** The set as it is stored, with what was written since; null where there is none, or too old a one. */
export async function commonSet(
  connection: Connection,
  table: string,
  expression: string,
): Promise<IdSet | null> {
  const [row] = await connection.all('SELECT seq, documents FROM common WHERE question = ?', [
    nameOf(table, expression),
  ]);
  if (!row) return null;
  const set = setOfBytes(row[1] as Uint8Array);
  const changed = await changedSince(connection, Number(row[0]));
  if (changed.length === 0) return set;
  if (changed.length > MOST_CHANGES) return null;
  return replaced(set, changed, await readSet(connection, table, expression, changed));
}

async function changedSince(connection: Connection, seq: number): Promise<number[]> {
  const rows = await connection.all('SELECT id FROM documents WHERE seq > ? LIMIT ?', [
    seq,
    MOST_CHANGES + 1,
  ]);
  return rows.map((row) => Number(row[0]));
}

/** Stores the sets of all that is common; at the end of a rebuild, in its transaction. */
export async function storeCommon(connection: Connection, seq: number): Promise<void> {
  for (const [table, expressions] of [
    ['full', expressionsOfText],
    ['head', expressionsOfHead],
    ['pairs', expressionsOfPair],
  ] as const) {
    for (const term of await commonTerms(connection, table)) {
      for (const expression of expressions(term)) {
        const set = await readSet(connection, table, expression);
        if (set.size >= COMMON) await store(connection, nameOf(table, expression), seq, set);
      }
    }
  }
}

const VOCABULARY = { full: 'full_words', head: 'head_words', pairs: 'pair_words' } as const;

async function commonTerms(connection: Connection, table: keyof typeof VOCABULARY) {
  const rows = await connection.all(
    `SELECT term FROM ${VOCABULARY[table]} GROUP BY term HAVING max(doc) >= ?`,
    [COMMON],
  );
  return rows.map((row) => String(row[0]));
}

const isMarked = (word: string): boolean => foldToken(word) !== word;

// As matching-ids.ts puts them: a question in other words would never be found again.
const expressionsOfText = (term: string): string[] =>
  [[], ...(isMarked(term) ? [] : [FULL.exact])].map((columns) => inColumns(columns, quote(term)));

const expressionsOfHead = (term: string): string[] =>
  [[], TITLE.exact, ...(isMarked(term) ? [] : [TITLE.folded, HEAD.exact])].map((columns) =>
    inColumns(columns, quote(term)),
  );

const expressionsOfPair = (term: string): string[] => [inColumns([], quote(term))];

async function store(connection: Connection, question: string, seq: number, set: IdSet) {
  await connection.run(
    `INSERT INTO common (question, seq, documents) VALUES (?, ?, ?)
       ON CONFLICT (question) DO UPDATE SET seq = excluded.seq, documents = excluded.documents`,
    [question, seq, bytesOf(set)],
  );
}

/** Brings the oldest sets up to date, a few at a time; in the transaction of a change. */
export async function renewCommon(connection: Connection, seq: number): Promise<void> {
  const rows = await connection.all(
    'SELECT question FROM common WHERE seq < ? ORDER BY seq LIMIT ?',
    [seq, RENEWED],
  );
  for (const [question] of rows) {
    const name = String(question);
    const table = name.slice(0, name.indexOf(' '));
    const expression = name.slice(table.length + 1);
    const set =
      (await commonSet(connection, table, expression)) ??
      (await readSet(connection, table, expression));
    await store(connection, name, seq, set);
  }
}
