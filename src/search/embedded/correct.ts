import { editDistance } from '../query/edit-distance';
import { queryOfWords, type ParsedQuery } from '../query/parse-query';
import type { Connection } from './connection';
import { headVocabulary, lettersOf, type Vocabulary } from './head-vocabulary';
import type { OpenIndex } from './index-session';
import { documentFrequency } from './relaxed';
import { KIND } from './schema';

/** In longer queries, sentences, only words that no document has are corrected. */
const MOST_WORDS = 6;
const MOST_CANDIDATES = 8;
const LETTER = /^\p{L}+$/u;

interface Candidate {
  words: string[];
  cost: number;
}

/**
 * A likely spelling for a query that found nothing: words near to each one (one letter, two in long
 * words; or two words typed as one), chosen by how often they stand side by side in titles and
 * keywords. While some words are unknown only those change. Null when there is no spelling.
 */
export async function corrected(index: OpenIndex, query: ParsedQuery): Promise<ParsedQuery | null> {
  if (query.quoted) return null;
  const { connection } = index;
  const words = query.units.flatMap((unit) => unit.words.map(({ folded }) => folded));
  const unknown = await unknownWords(connection, words);
  if (unknown.size === 0 && words.length > MOST_WORDS) return null;
  const vocabulary = await headVocabulary(connection);
  const choices = words.map((word): Candidate[] => {
    const itself = { words: [word], cost: 0 };
    if (unknown.size > 0) return unknown.has(word) ? candidates(vocabulary, word) : [itself];
    return [itself, ...candidates(vocabulary, word)];
  });
  const best = await bestSequence(connection, choices);
  if (!best || best.join(' ') === words.join(' ')) return null;
  return queryOfWords(best.map((word) => ({ exact: word, folded: word })));
}

/** The words that no document has. */
export async function unknownWords(connection: Connection, words: string[]): Promise<Set<string>> {
  const unknown = new Set<string>();
  for (const word of new Set(words)) {
    if ((await documentFrequency(connection, word)) === 0) unknown.add(word);
  }
  return unknown;
}

function differentLetters(a: number, b: number): number {
  let count = 0;
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

function candidates(vocabulary: Vocabulary, word: string): Candidate[] {
  // Numbers are meant as typed; short words have everything for a neighbour.
  if (word.length < 3 || !LETTER.test(word)) return [];
  const limit = word.length >= 6 ? 2 : 1;
  const letters = lettersOf(word);
  const near: (Candidate & { documents: number })[] = [];
  for (const [term, known] of vocabulary) {
    if (Math.abs(term.length - word.length) > limit || term === word) continue;
    if (differentLetters(letters, known.letters) > 2 * limit) continue;
    const cost = editDistance(word, term, limit);
    if (cost <= limit) near.push({ words: [term], cost, documents: known.documents });
  }
  for (let cut = 2; cut <= word.length - 2; cut += 1) {
    const pair = [word.slice(0, cut), word.slice(cut)];
    const documents = Math.min(...pair.map((part) => vocabulary.get(part)?.documents ?? 0));
    if (documents > 0) near.push({ words: pair, cost: 1, documents });
  }
  near.sort((a, b) => a.cost - b.cost || b.documents - a.documents);
  return near.slice(0, MOST_CANDIDATES).map(({ words, cost }) => ({ words, cost }));
}

/** The cheapest way through the choices; a pair that is in use makes up for a changed letter. */
async function bestSequence(
  connection: Connection,
  choices: Candidate[][],
): Promise<string[] | null> {
  const inUse = await pairsInUse(connection, pairsOf(choices));
  const gain = (words: string[]): number => {
    let sum = 0;
    for (const [at, second] of words.entries()) {
      const n = inUse.get(`${words[at - 1] ?? ''} ${second}`) ?? 0;
      if (n > 0) sum += 1.5 + 0.1 * Math.log(n);
    }
    return sum;
  };

  let paths: { words: string[]; score: number }[] = [{ words: [], score: 0 }];
  for (const options of choices) {
    const next: typeof paths = [];
    for (const option of options) {
      let best: (typeof paths)[number] | null = null;
      for (const path of paths) {
        const joint = [...path.words.slice(-1), ...option.words];
        const score = path.score - option.cost + gain(joint);
        if (!best || score > best.score) best = { words: [...path.words, ...option.words], score };
      }
      if (best) next.push(best);
    }
    paths = next;
  }
  const [first] = paths.sort((a, b) => b.score - a.score);
  return first?.words ?? null;
}

/** Every two words that may come to stand side by side. */
function pairsOf(choices: Candidate[][]): string[] {
  const pairs = new Set<string>();
  for (const [at, options] of choices.entries()) {
    for (const { words } of options) {
      for (const [k, word] of words.slice(1).entries()) pairs.add(`${words[k] ?? ''} ${word}`);
      for (const before of choices[at - 1] ?? []) {
        pairs.add(`${before.words.at(-1) ?? ''} ${words[0] ?? ''}`);
      }
    }
  }
  return [...pairs];
}

/** How often each pair stands in titles and keywords, asked at once. */
async function pairsInUse(connection: Connection, pairs: string[]): Promise<Map<string, number>> {
  const rows = await connection.all(
    `SELECT folded, sum(n) FROM phrases
      WHERE folded IN (SELECT value FROM json_each(?)) AND kind = ? GROUP BY folded`,
    [JSON.stringify(pairs), KIND.pair],
  );
  return new Map(rows.map((row) => [String(row[0]), Number(row[1])]));
}
