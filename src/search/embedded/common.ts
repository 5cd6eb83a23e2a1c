import { foldToken } from '../fold/tokenise';
import { quote } from '../query/fts-expression';
import type { Form } from '../query/parse-query';
import type { Connection } from './connection';
import { bytesOf, replaced, setOfBytes, type IdSet } from './id-set';
import { readSet } from './read-set';
import { countDocuments, RECENT } from './schema';
import { textQuestion } from './text-question';

/*
 * The documents of what very many have (*học*, *giáo dục*) are stored as sets of bits: FTS5 goes
 * through such a list one document after the other, twenty milliseconds in a hundred thousand. What
 * is written later stands in small tables of its own as well (`recent_…`), which tell within a
 * fraction of a millisecond how a set has changed; after many changes that is taken into the sets.
 */

/** Below this number of documents FTS5 answers about as fast as a stored set is read. */
const COMMON = 3_000;
/** An index of so many documents that was never rebuilt begins to store them. */
const MANY = 2 * COMMON;
/** Documents in the recent tables before they are emptied. */
const MOST_RECENT = 2_000;
/** Sets of all documents that are read then, to see what has become common. */
const MOST_READ = 200;

/** Which documents have changed since the sets were stored, and since when. */
export interface Recent {
  ids: number[];
  /** The last change that the stored sets have. */
  since: number;
}

const FORMS: Form[] = ['folded', 'exact'];

const SINCE = 'common_since';

/** Null where nothing is common: then changes are not kept by themselves. */
export async function recentOf(connection: Connection): Promise<Recent | null> {
  const since = await connection.value('SELECT value FROM meta WHERE key = ?', [SINCE]);
  if (since === null) return null;
  const joined = await connection.value('SELECT group_concat(id) FROM recent');
  return { ids: joined === null ? [] : String(joined).split(',').map(Number), since: Number(since) }; // prettier-ignore
}

async function setSince(connection: Connection, seq: number): Promise<void> {
  await connection.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', [SINCE, String(seq)]);
}

const nameOf = (table: string, expression: string): string => `${table} ${expression}`;

/** The set as it is now, from the stored one; null where none is stored. */
export async function commonSet(
  connection: Connection,
  table: string,
  expression: string,
  recent: Recent,
): Promise<IdSet | null> {
  const bytes = await connection.value('SELECT documents FROM common WHERE question = ?', [
    nameOf(table, expression),
  ]);
  if (bytes === null) return null;
  return withRecent({ connection, table, expression, set: setOfBytes(bytes as Uint8Array), recent }); // prettier-ignore
}

/** An older set with the recent documents as they are now. */
export async function withRecent(input: {
  connection: Connection;
  table: string;
  expression: string;
  set: IdSet;
  recent: Recent;
}): Promise<IdSet> {
  const { connection, table, expression, set, recent } = input;
  if (recent.ids.length === 0) return set;
  return replaced(set, recent.ids, await readSet(connection, RECENT + table, expression));
}

/** Stores the sets of all that is common as of this change, in its transaction. */
export async function storeCommon(connection: Connection, seq: number): Promise<void> {
  let stored = false;
  for (const [table, expression] of await questionsOf(connection, '', COMMON)) {
    if (await storeIfCommon(connection, table, expression)) stored = true;
  }
  if (stored) await setSince(connection, seq);
}

// Questions as they are put when searching: in other words one would never be found again.
const TABLES = {
  full: {
    vocabulary: 'full_words',
    questions: (term: string) =>
      foldToken(term) === term
        ? FORMS.map((form) => textQuestion([{ exact: term, folded: term }], form))
        : [textQuestion([{ exact: term, folded: foldToken(term) }], 'exact')],
  },
  terms: { vocabulary: 'term_words', questions: (term: string) => [quote(term)] },
};

/** What asks for each word that so many documents have, of all or of the recent ones. */
async function questionsOf(connection: Connection, prefix: '' | typeof RECENT, least: number) {
  const found: [table: string, expression: string][] = [];
  for (const [table, { vocabulary, questions }] of Object.entries(TABLES)) {
    const rows = await connection.all(
      `SELECT term FROM "${prefix}${vocabulary}" WHERE doc >= ? ORDER BY doc DESC`,
      [least],
    );
    for (const [term] of rows) {
      for (const question of questions(String(term))) found.push([table, question]);
    }
  }
  return found;
}

/** The words of the recent documents: of this connection alone, no part of the file. */
async function openRecentWords(connection: Connection): Promise<void> {
  for (const [table, { vocabulary }] of Object.entries(TABLES)) {
    await connection.run(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp."${RECENT}${vocabulary}"
         USING fts5vocab(main, "${RECENT}${table}", 'row')`,
    );
  }
}

/** False where it is not: a word has more documents than one of its forms. */
async function storeIfCommon(connection: Connection, table: string, expression: string) {
  const set = await readSet(connection, table, expression);
  if (set.size < COMMON) return false;
  await store(connection, nameOf(table, expression), set);
  return true;
}

async function store(connection: Connection, question: string, set: IdSet) {
  await connection.run(
    `INSERT INTO common (question, documents) VALUES (?, ?)
       ON CONFLICT (question) DO UPDATE SET documents = excluded.documents`,
    [question, bytesOf(set)],
  );
}

/** Keeps the sets near what is written, in the transaction of change `seq`: nothing most of the time. */
export async function keepCommon(connection: Connection, seq: number): Promise<void> {
  const recent = await recentOf(connection);
  if (recent && recent.ids.length >= MOST_RECENT) await foldRecent(connection, recent, seq);
  else if (!recent && (await countDocuments(connection)) >= MANY) {
    await storeCommon(connection, seq);
    // Even where nothing is common: all words are gone through once, not with every change.
    await setSince(connection, seq);
  }
}

/** Takes the recent documents into the stored sets. */
async function foldRecent(connection: Connection, recent: Recent, seq: number): Promise<void> {
  const stored = await connection.all('SELECT question, documents FROM common');
  for (const [question, bytes] of stored) {
    const name = String(question);
    const table = name.slice(0, name.indexOf(' '));
    const expression = name.slice(table.length + 1);
    const set = setOfBytes(bytes as Uint8Array);
    await store(connection, name, await withRecent({ connection, table, expression, set, recent }));
  }
  await storeGrown(connection, new Set(stored.map(([question]) => String(question))), recent);
  await connection.run('DELETE FROM recent');
  for (const table of Object.keys(TABLES)) {
    const name = RECENT + table;
    await connection.run(`INSERT INTO "${name}" ("${name}") VALUES ('delete-all')`);
  }
  await setSince(connection, seq);
}

/**
 * Stores what has become common and is not `stored` yet. It is as frequent in the recent documents
 * as a common word is in all: so only their words are gone through. Those of all documents, 12,000 of
 * them, took 12 seconds of computing.
 */
async function storeGrown(connection: Connection, stored: Set<string>, recent: Recent) {
  const documents = Math.max(COMMON, await countDocuments(connection));
  const least = Math.ceil((recent.ids.length * COMMON) / documents);
  let left = MOST_READ;
  await openRecentWords(connection);
  for (const [table, expression] of await questionsOf(connection, RECENT, least)) {
    if (left === 0) break;
    if (stored.has(nameOf(table, expression))) continue;
    if ((await readSet(connection, RECENT + table, expression)).size < least) continue;
    await storeIfCommon(connection, table, expression);
    left -= 1;
  }
}
