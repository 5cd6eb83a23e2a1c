import { LRUCache } from 'lru-cache';
import type { Word } from '../query/abbreviations';
import { inColumns, quote, type Columns } from '../query/fts-expression';
import type { Form } from '../query/parse-query';
import { commonSet } from './common';
import type { Connection } from './connection';
import { replaced, type IdSet } from './id-set';
import { readSet } from './read-set';
import { FULL, HEAD } from './schema';

/** Tables of words; `pairs` has two neighbours as one. */
export type TextTable = 'full' | 'head';
export type WordTable = TextTable | 'pairs';

/** The words, one after the other, in their form in one of the columns. */
export function questionOf(columns: Columns, words: Word[], form: Form): string {
  const phrase = quote(words.map((word) => word[form]).join(' '));
  return inColumns(namesOf(columns, words, form), phrase);
}

/** Only exact columns have marks: a word with any needs no column named, which FTS5 would look up. */
function namesOf(columns: Columns, words: Word[], form: Form): string[] {
  const everywhere = columns === FULL || columns === HEAD;
  const marked = words.some(({ exact, folded }) => exact !== folded);
  return everywhere && form === 'exact' && marked ? [] : columns[form];
}

/** Sets kept of one index: those of the few hundred usual syllables of a big one have room in it. */
const MOST_BYTES = 24 * 2 ** 20;
/** What a kept set costs besides its bits. */
const ENTRY_BYTES = 300;
/** After more changes than these a set is read again as a whole. */
const MOST_CHANGES = 200;
/** Remembered changes; then everything is read again. */
const LONGEST_LIST = 20_000;

interface Kept {
  set: IdSet;
  /** How many of the changes it has taken in. */
  upTo: number;
}

interface Memory {
  sets: LRUCache<string, Kept>;
  /** Ids of documents written since the index was opened, in order. */
  changes: number[];
}

const memories = new WeakMap<Connection, Memory>();

function memoryOf(connection: Connection): Memory {
  const known = memories.get(connection);
  if (known) return known;
  const sizeCalculation = ({ set }: Kept) => set.bits.byteLength + ENTRY_BYTES;
  const memory = { sets: new LRUCache<string, Kept>({ maxSize: MOST_BYTES, sizeCalculation }), changes: [] }; // prettier-ignore
  memories.set(connection, memory);
  return memory;
}

/** Says that these documents are other than when sets were read; inside the read that sees them so. */
export function noteChanges(connection: Connection, ids: readonly number[]): void {
  const { sets, changes } = memoryOf(connection);
  if (ids.length <= MOST_CHANGES && changes.length < LONGEST_LIST) changes.push(...ids);
  else {
    sets.clear();
    changes.length = 0;
  }
}

/**
 * The documents that match. Kept, so that a word costs once what its many documents cost; what was
 * written since is asked for by itself.
 */
export async function matchingIds(
  connection: Connection,
  table: WordTable,
  expression: string,
): Promise<IdSet> {
  const { sets, changes } = memoryOf(connection);
  const key = `${table} ${expression}`;
  const kept = sets.get(key);
  if (kept?.upTo === changes.length) return kept.set;
  const changed = kept && [...new Set(changes.slice(kept.upTo))];
  const set =
    changed && changed.length <= MOST_CHANGES
      ? replaced(kept.set, changed, await readSet(connection, table, expression, changed))
      : ((await commonSet(connection, table, expression)) ??
        (await readSet(connection, table, expression)));
  sets.set(key, { set, upTo: changes.length });
  return set;
}
