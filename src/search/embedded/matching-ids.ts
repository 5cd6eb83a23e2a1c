import { LRUCache } from 'lru-cache';
import { commonSet, recentOf, withRecent, type Recent } from './common';
import type { Connection } from './connection';
import type { IdSet } from './id-set';
import { readSet } from './read-set';

/** Tables that are searched. */
export type WordTable = 'full' | 'terms';

/** Sets kept of one index: those of the few hundred usual syllables of a big one have room in it. */
const MOST_BYTES = 8 * 2 ** 20;
/** What a kept set costs besides its bits. */
const ENTRY_BYTES = 300;
interface Kept {
  set: IdSet;
  /** The change it is as of. */
  seq: number;
}

interface Memory {
  sets: LRUCache<string, Kept>;
  /** The last change. */
  seq: number;
  recent: Recent | null;
}

const memories = new WeakMap<Connection, Memory>();

function memoryOf(connection: Connection): Memory {
  const known = memories.get(connection);
  if (known) return known;
  const sizeCalculation = ({ set }: Kept) => set.bits.byteLength + ENTRY_BYTES;
  const memory = { sets: new LRUCache<string, Kept>({ maxSize: MOST_BYTES, sizeCalculation }), seq: 0, recent: null }; // prettier-ignore
  memories.set(connection, memory);
  return memory;
}

/** Says what the last change is; inside the read that sees it so. */
export async function noteChanges(connection: Connection, seq: number): Promise<void> {
  const memory = memoryOf(connection);
  memory.seq = seq;
  memory.recent = await recentOf(connection);
}

/** The documents that match. Kept, so that a word costs once what its many documents cost. */
export async function matchingIds(
  connection: Connection,
  table: WordTable,
  expression: string,
): Promise<IdSet> {
  const { sets, seq } = memoryOf(connection);
  const key = `${table} ${expression}`;
  const kept = sets.get(key);
  if (kept?.seq === seq) return kept.set;
  const set = await newSet(connection, table, expression, kept);
  sets.set(key, { set, seq });
  return set;
}

async function newSet(
  connection: Connection,
  table: WordTable,
  expression: string,
  kept: Kept | undefined,
): Promise<IdSet> {
  const { recent } = memoryOf(connection);
  if (recent) {
    if (kept && kept.seq >= recent.since) {
      return withRecent({ connection, table, expression, set: kept.set, recent });
    }
    const common = await commonSet(connection, table, expression, recent);
    if (common) return common;
  }
  return readSet(connection, table, expression);
}
