import { inColumns, quote } from '../query/fts-expression';
import type { ParsedQuery } from '../query/parse-query';
import type { Connection } from './connection';
import { eachId } from './id-set';
import { matchingIds } from './matching-ids';
import type { Tiers } from './tiers';

/** From this many words on a query is a sentence, of which a document need not have every word. */
const SENTENCE = 4;
/** Part of the weight of the known words that a document must have. */
const ENOUGH = 0.6;
/** Postings read at most: the rare words say what is meant, the common ones cost. */
const MOST_POSTINGS = 300_000;

/** Number of documents that have the word, in either form. */
export async function documentFrequency(connection: Connection, word: string): Promise<number> {
  return (await matchingIds(connection, 'full', inColumns([], quote(word)))).size;
}

/**
 * For a sentence of which no document has all: those that have most of it, rare words counting
 * more. Tier 1 is all, 2 a tenth less, and so on.
 */
export async function relaxedTiersOf(input: {
  connection: Connection;
  query: ParsedQuery;
  size: number;
  end: number;
}): Promise<(Tiers & { weights: number[] }) | null> {
  const { connection, query, size, end } = input;
  if (query.quoted || query.units.length < SENTENCE) return null;
  const words = [
    ...new Set(query.units.flatMap(({ words, form }) => words.map((word) => word[form]))),
  ];
  const known: { word: string; documents: number; weight: number }[] = [];
  for (const word of words) {
    const documents = await documentFrequency(connection, word);
    if (documents > 0) known.push({ word, documents, weight: Math.log(1 + size / documents) });
  }
  if (known.length < 2) return null;
  const total = known.reduce((sum, { weight }) => sum + weight, 0);

  const gathered = new Float32Array(end);
  let postings = 0;
  for (const { word, documents, weight } of known.sort((a, b) => a.documents - b.documents)) {
    postings += documents;
    if (postings > MOST_POSTINGS) break;
    eachId(await matchingIds(connection, 'full', inColumns([], quote(word))), (id) => {
      gathered[id] = (gathered[id] ?? 0) + weight;
    });
  }
  const tiers = new Uint8Array(end);
  let matches = 0;
  for (let id = 0; id < end; id += 1) {
    const part = Math.min(1, (gathered[id] ?? 0) / total);
    if (part < ENOUGH) continue;
    tiers[id] = 1 + Math.floor((1 - part) * 10 + 1e-6);
    matches += 1;
  }
  const weightOf = new Map(known.map(({ word, weight }) => [word, weight]));
  const weights = query.units.map((unit) =>
    unit.words.reduce((sum, word) => sum + (weightOf.get(word[unit.form]) ?? 0), 0),
  );
  return { tiers, matches, weights };
}
