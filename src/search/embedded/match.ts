import type { Word } from '../query/abbreviations';
import { parseQuery, queryOfWords, readAs, type ParsedQuery } from '../query/parse-query';
import { undoTyping } from '../query/undo-typing';
import { withoutQuestion } from '../query/without-question';
import { tokenise } from '../fold/tokenise';
import type { Connection } from './connection';
import { corrected, unknownWords } from './correct';
import type { OpenIndex } from './index-session';
import { documentFrequency, relax } from './relaxed';
import { namesOneThing, readingOf, TIER, tiersOf, type Tiers } from './tiers';

/** One way to read the query, and what each of its words weighs. */
export interface Reading {
  words: ParsedQuery;
  weights?: number[];
}

/** All documents of an answer, by layers of tiers: each layer is one reading of the query. */
export interface Match {
  tiers: Uint8Array;
  /** Part of the query that a document of the layer `MOST` has. */
  parts: Float32Array | null;
  readings: Reading[];
}

/** Tiers of one layer; more than any reading has. */
const LAYER = 32;
/** With this many documents that have the words together nobody looks for those that have most. */
const ENOUGH = 20;

/** The reading in which a document of this tier was found. */
export function readingIn(match: Match, tier: number): Reading {
  const reading = match.readings[Math.floor(tier / LAYER)];
  if (!reading) throw new Error(`No reading has tier ${String(tier)}.`);
  return { ...reading, words: readingOf(reading.words, tier % LAYER) };
}

/**
 * What the query finds, in this order: its words together as typed; without the words of asking;
 * where neither is found, with other marks or another spelling; most of the words; and all of them
 * far apart. Null for a query without words.
 */
export async function matchOf(index: OpenIndex, q: string): Promise<Match | null> {
  const { connection, columns } = index;
  const { size, end } = columns;
  const ask = (query: ParsedQuery) => tiersOf({ connection, query, end });
  const { words, typed } = await asMeant(connection, parseQuery(q), ask);
  if (!typed) return null;
  const layers = createLayers(end);
  layers.add(words, typed, false);
  const about = withoutQuestion(words);
  const asked = about && (await ask(about));
  if (about && asked) layers.add(about, asked, false);

  const others: [ParsedQuery, Tiers][] = [];
  if (layers.count() === 0) others.push(...(await otherSpellings(index, about ?? words, ask)));
  const better = others.find(([, tiers]) => tiers.together > 0);
  if (better) layers.add(...better, false);

  // Two words that stand together nowhere are no compound: then each tells something by itself.
  const settled = layers.count() > 0 && namesOneThing(better?.[0] ?? about ?? words);
  if (layers.count() < ENOUGH && !settled) {
    const query = (layers.count() === 0 ? others.at(-1)?.[0] : better?.[0]) ?? about ?? words;
    const most = await relax({ connection, query, size, end });
    // Which of the words a document has is not known: none has its marks promised.
    if (most) layers.addMost({ ...query, accented: false }, most.parts, most.weights);
  }
  if (typed.matches > typed.together) layers.add(words, typed, true);
  if (layers.count() === 0) for (const [query, tiers] of others) layers.add(query, tiers, true);
  return layers.count() === 0 ? null : layers.match;
}

function createLayers(end: number) {
  const match: Match = { tiers: new Uint8Array(end), parts: null, readings: [] };
  let count = 0;
  const put = (id: number, tier: number) => {
    match.tiers[id] = (match.readings.length - 1) * LAYER + tier;
    count += 1;
  };
  return {
    match,
    count: () => count,
    /** Below all that is there: what this reading found and no other before it. */
    add(words: ParsedQuery, { tiers }: Tiers, strewnToo: boolean) {
      match.readings.push({ words });
      const layer = (match.readings.length - 1) * LAYER;
      const above = match.tiers;
      for (let id = 0; id < end; id += 1) {
        const tier = tiers[id] ?? TIER.none;
        if (tier === TIER.none || above[id] !== 0) continue;
        if (tier === TIER.strewn && !strewnToo) continue;
        above[id] = layer + tier;
        count += 1;
      }
    },
    addMost(words: ParsedQuery, parts: Float32Array, weights: number[]) {
      match.readings.push({ words, weights });
      match.parts = new Float32Array(end);
      for (let id = 0; id < end; id += 1) {
        const part = parts[id] ?? 0;
        if (part === 0 || match.tiers[id] !== 0) continue;
        match.parts[id] = part;
        put(id, 1);
      }
    },
  };
}

type Ask = (query: ParsedQuery) => Promise<Tiers | null>;

/** The query as typed or, where its words stand together nowhere, with the keyboard switched on. */
async function asMeant(
  connection: Connection,
  query: ParsedQuery,
  ask: Ask,
): Promise<{ words: ParsedQuery; typed: Tiers | null }> {
  const words = await withKnownMarks(connection, query);
  const typed = await ask(words);
  if (!typed || typed.together > 0) return { words, typed };
  const undone = await withoutKeys(connection, words);
  return undone ? { words: undone, typed: await ask(undone) } : { words, typed };
}

/** Readings with other marks, then with other words, each with what it finds. */
async function otherSpellings(
  index: OpenIndex,
  words: ParsedQuery,
  ask: Ask,
): Promise<[ParsedQuery, Tiers][]> {
  const found: [ParsedQuery, Tiers][] = [];
  const look = async (query: ParsedQuery | null) => {
    const tiers = query && (await ask(query));
    if (query && tiers && tiers.matches > 0) found.push([query, tiers]);
    return (tiers?.together ?? 0) > 0;
  };
  if (words.accented && (await look(withoutMarks(words)))) return found;
  const spelling = await corrected(index, words);
  await look(spelling);
  return found;
}

const withoutMarks = (query: ParsedQuery): ParsedQuery => ({
  ...readAs(query, 'folded'),
  accented: false,
});

/** Marks that no document has on this word are a slip: the word is taken without them. */
async function withKnownMarks(connection: Connection, query: ParsedQuery): Promise<ParsedQuery> {
  const marked = query.units.filter(({ form }) => form === 'exact').flatMap(({ words }) => words);
  const unknown = await unknownWords(
    connection,
    marked.map(({ exact }) => exact),
  );
  if (unknown.size === 0) return query;
  const units = query.units.map((unit) =>
    unit.words.some(({ exact }) => unknown.has(exact))
      ? { ...unit, form: 'folded' as const }
      : unit,
  );
  return { ...query, units, accented: units.some(({ form }) => form === 'exact') };
}

/** How much commoner the syllable must be than the keys it was typed with. */
const COMMONER = 20;

/** Syllables for what was typed with the Vietnamese keyboard off; null where nothing was. */
async function withoutKeys(
  connection: Connection,
  query: ParsedQuery,
): Promise<ParsedQuery | null> {
  if (query.quoted) return null;
  let changed = false;
  const words: Word[] = [];
  for (const word of query.units.flatMap((unit) => unit.words)) {
    const meant = await syllableOf(connection, word.exact);
    changed ||= meant !== null;
    words.push(meant ?? word);
  }
  return changed ? queryOfWords(words) : null;
}

async function syllableOf(connection: Connection, keys: string): Promise<Word | null> {
  const [meant] = tokenise(undoTyping(keys) ?? '');
  if (!meant || meant.folded === keys) return null;
  const { exact, folded } = meant;
  const typed = await documentFrequency(connection, keys);
  for (const syllable of [exact, folded]) {
    const documents = await documentFrequency(connection, syllable);
    if (documents > COMMONER * typed) return { exact: syllable, folded };
  }
  return null;
}
