import { readHeadWords } from '../embedded/document-texts';
import { foldToken } from '../fold/tokenise';
import { editDistance } from '../query/edit-distance';
import { queryOfWords, type ParsedQuery } from '../query/parse-query';
import { foldedWord } from './encode-word';
import type { FoundRecord, OpenIndex } from './index-session';
import { FIELDS } from './settings';
import { countWords } from './word-counts';

/** Longer queries are sentences; those are relaxed, not corrected. */
const MOST_WORDS = 8;
const MOST_HEADS = 50;
const LETTER = /^\p{L}+$/u;

/**
 * A likely spelling for a query that found nothing. Meilisearch finds heads that have the words but
 * for a letter or two, or two words typed as one; the nearest words of such a head are the spelling.
 * While some words are unknown only those change. Null when there is no spelling.
 */
export async function correctedSpelling(
  index: OpenIndex,
  query: ParsedQuery,
): Promise<ParsedQuery | null> {
  if (query.quoted || query.units.length > MOST_WORDS) return null;
  const words = query.units.flatMap((unit) => unit.words);
  const folded = words.map((word) => word.folded);
  const counts = await countWords(index, words, 'folded');
  const anyUnknown = [...counts.values()].includes(0);
  const mayChange = (word: string) => !anyUnknown || counts.get(word) === 0;
  const best = bestSpelling(folded, await headsLike(index, query), mayChange);
  if (!best || best.join(' ') === folded.join(' ')) return null;
  return queryOfWords(best.map((word) => ({ exact: word, folded: word })));
}

/** Vocabularies of heads that have the words with typing mistakes, likeliest first. */
async function headsLike(
  { connection, names }: OpenIndex,
  query: ParsedQuery,
): Promise<Set<string>[]> {
  const words = query.units.flatMap((unit) => unit.words);
  const { hits } = await connection.call<{ hits: Pick<FoundRecord, 'words'>[] }>({
    method: 'POST',
    path: `/indexes/${names.materials}/search`,
    body: {
      // Not quoted: this is the one question in which typing mistakes are forgiven.
      q: words.map(foldedWord).join(' '),
      attributesToSearchOn: FIELDS.spelling,
      attributesToRetrieve: ['words'],
      matchingStrategy: 'all',
      locales: ['vie'],
      limit: MOST_HEADS,
    },
  });
  return hits.map(({ words }) => {
    const { title, keywords, labels, abstract } = readHeadWords(words);
    return new Set([...title, ...keywords, ...labels, ...abstract].flat().map(foldToken));
  });
}

interface Candidate {
  words: string[];
  cost: number;
}

/** The spelling with the fewest changes, of the first head that has it. */
export function bestSpelling(
  words: string[],
  vocabularies: Set<string>[],
  mayChange: (word: string) => boolean,
): string[] | null {
  let best: Candidate | null = null;
  for (const vocabulary of vocabularies) {
    const found: Candidate = { words: [], cost: 0 };
    for (const word of words) {
      const itself = { words: [word], cost: 0 };
      const candidate = mayChange(word) ? nearest(word, vocabulary) : itself;
      found.words.push(...(candidate?.words ?? []));
      found.cost += candidate?.cost ?? Infinity;
    }
    if (found.cost < (best?.cost ?? Infinity)) best = found;
  }
  return best?.words ?? null;
}

function nearest(word: string, vocabulary: Set<string>): Candidate | null {
  if (vocabulary.has(word)) return { words: [word], cost: 0 };
  // Numbers are meant as typed; short words have everything for a neighbour.
  if (word.length < 3 || !LETTER.test(word)) return null;
  for (let cut = 2; cut <= word.length - 2; cut += 1) {
    const pair = [word.slice(0, cut), word.slice(cut)];
    if (pair.every((part) => vocabulary.has(part))) return { words: pair, cost: 1 };
  }
  const limit = word.length >= 6 ? 2 : 1;
  let best: Candidate | null = null;
  for (const term of vocabulary) {
    if (!LETTER.test(term)) continue;
    const cost = editDistance(word, term, limit);
    if (cost <= limit && cost < (best?.cost ?? Infinity)) best = { words: [term], cost };
  }
  return best;
}
