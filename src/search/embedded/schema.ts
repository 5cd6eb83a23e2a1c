import type { Columns } from '../query/fts-expression';
import type { Connection } from './connection';
import { TERM_SIGN } from './zone-terms';

/** Goes into the name of the index file; raise it with every change of the tables. */
export const SCHEMA_VERSION = 3;

/**
 * The `ascii` tokenizer takes every non-ASCII character as part of a word and splits at spaces: the
 * tables are fed words that our own tokeniser has made, so nothing is split twice or differently.
 */
const fts = (columns: string[], options: string, also = '') =>
  `fts5(${columns.join(', ')}, content='', contentless_delete=1, tokenize="ascii${also}", ${options})`;

const ZONES = ['title', 'keywords', 'labels', 'abstract'];

/** Columns of `full`: its exact words stand in one column, all zones after each other. */
export const FULL: Columns = { folded: [], exact: ['exact'] };

/** Before the names of the tables that hold recent documents only. */
export const RECENT = 'recent_';

/** The tables that are searched; `terms` is told in zone-terms.ts. */
const textTables = (prefix: string): string[] => [
  `CREATE VIRTUAL TABLE "${prefix}full" USING ${fts([...ZONES, 'body', 'exact'], 'detail=full')}`,
  `CREATE VIRTUAL TABLE "${prefix}terms" USING ${fts(['term'], 'detail=none', ` tokenchars '${TERM_SIGN}'`)}`,
];

const TABLES = [
  `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,
  // One row a document ever indexed here; removed ones keep their row without identifier, so that
  // `seq > ?` tells a reader everything that happened.
  `CREATE TABLE documents (
     id INTEGER PRIMARY KEY, identifier TEXT UNIQUE, seq INTEGER NOT NULL,
     published_at INTEGER NOT NULL, modified_at INTEGER NOT NULL,
     title_key TEXT NOT NULL, facets TEXT NOT NULL)`,
  `CREATE INDEX documents_seq ON documents (seq)`,
  // What is shown and ranked: titles, keywords, abstract as JSON, and the words of each.
  `CREATE TABLE heads (id INTEGER PRIMARY KEY, head TEXT NOT NULL, words TEXT NOT NULL)`,
  // The same words as numbers, for ranking: in rows of their own, so that two hundred are read at once.
  `CREATE TABLE ranked_heads (id INTEGER PRIMARY KEY, words BLOB NOT NULL)`,
  `CREATE TABLE passages (id INTEGER, part INTEGER, text TEXT NOT NULL, PRIMARY KEY (id, part)) WITHOUT ROWID`,
  // What can be suggested: keywords and pairs of syllables, with the number of documents.
  `CREATE TABLE phrases (folded TEXT, display TEXT, kind INTEGER NOT NULL, n INTEGER NOT NULL,
     PRIMARY KEY (folded, display, kind)) WITHOUT ROWID`,
  // The documents of what very many have: see common.ts.
  `CREATE TABLE common (id INTEGER PRIMARY KEY, question TEXT NOT NULL UNIQUE,
     documents BLOB NOT NULL)`,
  ...textTables(''),
  // What was written since `common` was stored, once more and by itself: see common.ts.
  ...textTables(RECENT),
  `CREATE TABLE recent (id INTEGER PRIMARY KEY)`,
  // For suggestions, and for the words that a spelling can be corrected to.
  `CREATE VIRTUAL TABLE head USING ${fts(ZONES, `detail=full, prefix='1 2 3'`)}`,
  `CREATE VIRTUAL TABLE full_words USING fts5vocab("full", 'row')`,
  `CREATE VIRTUAL TABLE head_words USING fts5vocab(head, 'col')`,
  `CREATE VIRTUAL TABLE term_words USING fts5vocab(terms, 'row')`,
];

export const KIND = { keyword: 1, pair: 2 } as const;

/** Whether every document of the repository went in (a rebuild ended), not only single upserts. */
export async function isComplete(connection: Connection): Promise<boolean> {
  return (await connection.value(`SELECT value FROM meta WHERE key = 'complete'`)) === '1';
}

export async function setComplete(connection: Connection, complete: boolean): Promise<void> {
  await connection.run(`INSERT OR REPLACE INTO meta VALUES ('complete', ?)`, [
    complete ? '1' : '0',
  ]);
}

export async function countDocuments(connection: Connection): Promise<number> {
  return (await connection.value(
    'SELECT count(*) FROM documents WHERE identifier IS NOT NULL',
  )) as number;
}

export async function createSchema(connection: Connection): Promise<void> {
  await connection.run('PRAGMA journal_mode = WAL');
  await connection.transaction('write', async () => {
    for (const sql of TABLES) await connection.run(sql);
    await setComplete(connection, false);
  });
}
