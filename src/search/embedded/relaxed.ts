import { inColumns, quote } from '../query/fts-expression';
import type { ParsedQuery, Unit } from '../query/parse-query';
import type { Connection } from './connection';
import { eachId } from './id-set';
import { matchingIds, type WordTable } from './matching-ids';
import { textQuestion } from './text-question';
import { termQuestion } from './zone-terms';

/** From this many words on something can be left out. */
const MANY_WORDS = 2;
/** Part of the weight of the known words that a document must have, and part of the best one's. */
const LEAST = 0.35;
const NEAR_BEST = 0.5;
/** Postings read at most: the rare words say what is meant, the common ones cost. */
const MOST_POSTINGS = 100_000;
/** The same for pairs, of which FTS5 compares every place. */
const MOST_PAIR_POSTINGS = 100_000;
/** Two words side by side are most often one word of the language: they tell more than each alone. */
const PAIR_WORTH = 0.8;

/** Number of documents that have the word, in either form. */
export async function documentFrequency(connection: Connection, word: string): Promise<number> {
  return (await matchingIds(connection, 'full', inColumns([], quote(word)))).size;
}

export interface Relaxed {
  /** By document id: the part of the query it has, 0 for too little. */
  parts: Float32Array;
  matches: number;
  /** Of each unit of the query, by rarity. */
  weights: number[];
}

/** One word, or an abbreviation with what it stands for; or two words side by side. */
interface Term {
  table: WordTable;
  expression: string;
  postings: number;
  weight: number;
}

/**
 * Documents that have much of a query, though not all: words count by rarity, and so do pairs of
 * neighbours. Null where the query is too short to leave anything out.
 */
export async function relax(input: {
  connection: Connection;
  query: ParsedQuery;
  size: number;
  end: number;
}): Promise<Relaxed | null> {
  const { connection, query, size, end } = input;
  if (query.quoted || query.units.length < MANY_WORDS) return null;
  const frequencies = await frequenciesOf(connection, query);
  const rarity = (unit: Unit): number => {
    const documents = frequencies.get(unit) ?? 0;
    return documents === 0 ? 0 : Math.log(1 + size / documents);
  };
  const terms = termsOf(query, frequencies, rarity);
  if (terms.length < 2) return null;
  const words = await gather({ connection, terms, end, most: MOST_POSTINGS });
  const neighbours = pairsOf(query, frequencies, rarity);
  const pairs = await gather({ connection, terms: neighbours, end, most: MOST_PAIR_POSTINGS });
  const parts = new Float32Array(end);
  const total = words.weight + pairs.weight;
  let best = 0;
  for (let id = 0; id < end; id += 1) {
    const part = ((words.sums[id] ?? 0) + (pairs.sums[id] ?? 0)) / total;
    parts[id] = part;
    if (part > best) best = part;
  }
  const matches = dropBelow(parts, Math.max(LEAST, NEAR_BEST * best));
  return { parts, matches, weights: query.units.map(rarity) };
}

function dropBelow(parts: Float32Array, least: number): number {
  let kept = 0;
  for (let id = 0; id < parts.length; id += 1) {
    if ((parts[id] ?? 0) < least) parts[id] = 0;
    else kept += 1;
  }
  return kept;
}

async function frequenciesOf(
  connection: Connection,
  query: ParsedQuery,
): Promise<Map<Unit, number>> {
  const frequencies = new Map<Unit, number>();
  for (const unit of query.units) {
    const words = unit.words.map((word) => word[unit.form]);
    const each = await Promise.all(words.map((word) => documentFrequency(connection, word)));
    frequencies.set(unit, Math.min(...each));
  }
  return frequencies;
}

const expressionOf = ({ words, form }: Pick<Unit, 'words' | 'form'>): string =>
  textQuestion(words, form);

type Rarity = (unit: Unit) => number;

function termsOf(query: ParsedQuery, frequencies: Map<Unit, number>, rarity: Rarity): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < query.units.length; at += 1) {
    const alternative = query.alternatives.find(({ from }) => from === at);
    const units = query.units.slice(at, (alternative?.to ?? at) + 1);
    const own = units.map(expressionOf).join(' AND ');
    const known = units.map((unit) => frequencies.get(unit) ?? 0);
    if (alternative) at = alternative.to;
    else if (known.includes(0)) continue;
    terms.push({
      table: 'full',
      expression: alternative ? `(${own}) OR ${expressionOf(alternative)}` : own,
      postings: known.reduce((sum, documents) => sum + documents, 0),
      weight: units.reduce((sum, unit) => sum + rarity(unit), 0) || 1,
    });
  }
  return terms;
}

function pairsOf(query: ParsedQuery, frequencies: Map<Unit, number>, rarity: Rarity): Term[] {
  return query.units.slice(1).flatMap((second, at): Term[] => {
    const first = query.units[at];
    if (!first) return [];
    const [before, after] = [first.words.at(-1), second.words[0]];
    if (!before || !after) return [];
    const postings = Math.min(frequencies.get(first) ?? 0, frequencies.get(second) ?? 0);
    const form = first.form === second.form ? first.form : 'folded';
    const expression = termQuestion('text', form, [before, after]);
    const weight = (PAIR_WORTH * (rarity(first) + rarity(second))) / 2;
    return [{ table: 'terms', expression, postings, weight }];
  });
}

/** Sums the weights by document, the rare terms first; what no document has weighs nothing. */
async function gather(input: {
  connection: Connection;
  terms: Term[];
  end: number;
  /** Postings read at most. */
  most: number;
}): Promise<{ sums: Float32Array; weight: number }> {
  const { connection, terms, end, most } = input;
  const sums = new Float32Array(end);
  let [postings, total] = [0, 0];
  for (const term of [...terms].sort((a, b) => a.postings - b.postings)) {
    postings += term.postings;
    if (postings > most) break;
    const ids = await matchingIds(connection, term.table, term.expression);
    if (ids.size === 0) continue;
    total += term.weight;
    eachId(ids, (id) => {
      sums[id] = (sums[id] ?? 0) + term.weight;
    });
  }
  return { sums, weight: total };
}
