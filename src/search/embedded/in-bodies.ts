import { createFinder, type FoundWord } from '../fold/find-words';
import type { Word } from '../query/abbreviations';
import type { Form, ParsedQuery } from '../query/parse-query';
import type { Connection } from './connection';

/** Ids of documents that have the words of a query in their body one after the other, or near. */
export interface InBodies {
  sideBySide: number[];
  near: number[];
}

/** So many bodies are sooner read than FTS5 has gone through the places of common words. */
export const MOST_BODIES = 60;

/**
 * How the words stand in the bodies of a few documents, as the index would say; null where the index
 * must be asked, for wordings that only it knows.
 */
export async function inBodies(input: {
  connection: Connection;
  ids: number[];
  query: ParsedQuery;
  form: Form;
}): Promise<InBodies | null> {
  const { connection, ids, query, form } = input;
  const words = query.units.flatMap((unit) => unit.words);
  const plain = query.alternatives.length === 0 && words.length === query.units.length;
  if (!plain || words.length < 2) return null;
  const find = createFinder(new Set(words.map(({ folded }) => folded)));
  const asked = new Set(words.map((word) => word[form]));
  const found: InBodies = { sideBySide: [], near: [] };
  for (const [id, body] of await bodiesOf(connection, ids)) {
    const places = find(body).filter((place) => asked.has(place[form]));
    if (followEachOther(places, words, form)) found.sideBySide.push(id);
    else if (areNear(places, asked.size, words.length, form)) found.near.push(id);
  }
  return found;
}

async function bodiesOf(connection: Connection, ids: number[]): Promise<Map<number, string>> {
  const bodies = new Map<number, string>();
  const rows = await connection.all(
    `SELECT id, text FROM passages WHERE id IN (${ids.join(',')}) ORDER BY id, part`,
  );
  for (const row of rows) {
    const id = Number(row[0]);
    bodies.set(id, (bodies.get(id) ?? '') + String(row[1]));
  }
  return bodies;
}

function followEachOther(places: FoundWord[], words: Word[], form: Form): boolean {
  return places.some(({ at }, first) =>
    words.every((word, n) => {
      const place = places[first + n];
      return place?.at === at + n && place[form] === word[form];
    }),
  );
}

/** All `different` words in a stretch as long as NEAR allows: one word more than they are between. */
function areNear(places: FoundWord[], different: number, units: number, form: Form): boolean {
  const last = new Map<string, number>();
  return places.some((place) => {
    last.set(place[form], place.at);
    return last.size === different && place.at - Math.min(...last.values()) <= units + 2;
  });
}
