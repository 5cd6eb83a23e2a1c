import type { Matcher, TextMatches } from '../highlight';
import { AMONG, type Connection } from './connection';

/** A document, what finds the query in it, and the place found so far. */
export interface Wanted {
  id: number;
  find: Matcher;
  /** Number of units the whole query has. */
  units: number;
  found: TextMatches | null;
}

/** Pieces of bodies read for one answer: long books must not make a page of hits slow. */
const MOST_PASSAGES = 800;
/** Pieces of each body that are read at once: most have the query in their beginning. */
const STEPS = [1, 4, 16, 64];

/** The one in which most of the query was found; the first of equals. */
export function best(all: (TextMatches | null)[]): TextMatches | null {
  let found: TextMatches | null = null;
  for (const one of all) if (one && one.units > (found?.units ?? 0)) found = one;
  return found;
}

/**
 * Looks into the bodies where the place found so far has not the whole query: the first passage that
 * has it, or the one that has most of it, is put into `found`.
 */
export async function findInBodies(connection: Connection, all: Wanted[]): Promise<void> {
  let open = all.filter(isOpen);
  let [from, left] = [0, MOST_PASSAGES];
  for (let step = 0; open.length > 0 && left > 0; step += 1) {
    const to = from + (STEPS[step] ?? MOST_PASSAGES);
    const asked = open.slice(0, left);
    const passages = await read(connection, asked, from, Math.min(to, from + Math.ceil(left / asked.length))); // prettier-ignore
    for (const one of asked) {
      const texts = passages.get(one.id) ?? [];
      left -= texts.length;
      for (const text of texts) {
        one.found = best([one.found, one.find(text)]);
        if (!isOpen(one)) break;
      }
    }
    open = asked.filter((one) => isOpen(one) && (passages.get(one.id)?.length ?? 0) === to - from);
    from = to;
  }
}

const isOpen = ({ found, units }: Wanted): boolean => found?.units !== units;

/** Passages `from` to before `to` of each, in order. */
async function read(connection: Connection, all: Wanted[], from: number, to: number) {
  const rows = await connection.all(
    `SELECT id, text FROM passages WHERE id IN ${AMONG}
        AND part >= ? AND part < ? ORDER BY id, part`,
    [JSON.stringify(all.map(({ id }) => id)), from, to],
  );
  const passages = new Map<number, string[]>();
  for (const [id, text] of rows) {
    const own = passages.get(Number(id));
    if (own) own.push(String(text));
    else passages.set(Number(id), [String(text)]);
  }
  return passages;
}
