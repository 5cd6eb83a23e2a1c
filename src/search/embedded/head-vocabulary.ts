import { foldToken } from '../fold/tokenise';
import { AMONG, type Connection } from './connection';

/** A folded word of titles, keywords, labels or abstracts. */
export interface KnownWord {
  documents: number;
  /** Which letters it has, see {@link lettersOf}. */
  letters: number;
}

export type Vocabulary = Map<string, KnownWord>;

/** After more changed documents than these it is read again as a whole. */
const MOST_CHANGES = 5_000;
const LETTERS = /^\p{L}+$/u;

interface Kept {
  vocabulary: Vocabulary | null;
  changed: Set<number>;
}

const kept = new WeakMap<Connection, Kept>();

/** Says that these documents are other than when the words were read. */
export function noteChangedHeads(connection: Connection, ids: readonly number[]): void {
  const memory = kept.get(connection);
  if (!memory?.vocabulary) return;
  if (memory.changed.size + ids.length > MOST_CHANGES) kept.delete(connection);
  else for (const id of ids) memory.changed.add(id);
}

/**
 * The words that a spelling can be corrected to. Read once, since it goes through all of them; of
 * documents written later their words are added, and none taken away: the numbers only order.
 */
export async function headVocabulary(connection: Connection): Promise<Vocabulary> {
  const memory = kept.get(connection) ?? { vocabulary: null, changed: new Set() };
  kept.set(connection, memory);
  memory.vocabulary ??= await readAll(connection);
  if (memory.changed.size > 0) await addWords(connection, memory.vocabulary, memory.changed);
  memory.changed.clear();
  return memory.vocabulary;
}

async function readAll(connection: Connection): Promise<Vocabulary> {
  const joined = await connection.value(
    `SELECT group_concat(term || ' ' || doc, char(10)) FROM head_words
      WHERE col IN ('title', 'keywords', 'labels', 'abstract')`,
  );
  const vocabulary: Vocabulary = new Map();
  for (const line of String(joined ?? '').split('\n')) {
    const [word = '', count] = line.split(' ');
    add(vocabulary, word, (before) => Math.max(before, Number(count)));
  }
  return vocabulary;
}

async function addWords(connection: Connection, vocabulary: Vocabulary, ids: Set<number>) {
  const rows = await connection.all(`SELECT words FROM heads WHERE id IN ${AMONG}`, [
    JSON.stringify([...ids]),
  ]);
  for (const row of rows) {
    const words = new Set(String(row[0]).split(/\s+/).map(foldToken));
    for (const word of words) add(vocabulary, word, (before) => before + 1);
  }
}

function add(vocabulary: Vocabulary, word: string, count: (before: number) => number): void {
  if (!LETTERS.test(word)) return;
  const documents = count(vocabulary.get(word)?.documents ?? 0);
  vocabulary.set(word, { documents, letters: lettersOf(word) });
}

/** Which letters a word has, a bit each: tells words apart that cannot be near, without comparing. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 32);
  return bits;
}
