import { exactText } from '../../platform/fold-text';
import { phrasesOf, type Head } from '../embedded/document-texts';
import { KIND } from '../embedded/schema';
import { tokenise, type Token } from '../fold/tokenise';
import { foldedWord } from './encode-word';
import type { FoundRecord, OpenIndex } from './index-session';

const MOST_WORDS = 10;
/** Heads looked at for one beginning; single letters begin very many. */
const MOST_HEADS = 100;

/**
 * Completions of what is being typed: keywords and pairs of syllables that begin with it, its last
 * words completed, titles that contain it. What agrees with the typed accents comes first.
 */
export async function suggest(
  index: OpenIndex,
  input: { q: string; limit: number },
): Promise<string[]> {
  const typed = tokenise(input.q).slice(0, MOST_WORDS);
  if (typed.length === 0) return [];
  const tail = typed.length > 2 ? typed.slice(-2) : [];
  const [heads = [], tailHeads = []] = await headsBeginning(index, [typed, tail]);
  const start = input.q.slice(0, tail[0]?.start ?? 0);
  const found = [
    ...phrases(heads, typed),
    ...phrases(tailHeads, tail, true).map((end) => start + end),
    ...titles(heads, typed).slice(0, input.limit),
  ];
  const different = new Map<string, string>();
  for (const text of found) {
    const key = exactText(text);
    if (!different.has(key)) different.set(key, text);
  }
  const exact = joined(typed, 'exact');
  const words = (key: string) => ` ${joined(tokenise(key), 'exact')}`;
  const agrees = (key: string) => (words(key).includes(` ${exact}`) ? 0 : 1);
  return [...different.entries()]
    .sort(([a], [b]) => agrees(a) - agrees(b))
    .slice(0, input.limit)
    .map(([, text]) => text);
}

const joined = (tokens: Token[], form: 'exact' | 'folded'): string =>
  tokens.map((token) => token[form]).join(' ');

/** Heads that have the words, of which only the last may go on. */
async function headsBeginning(
  { connection, names }: OpenIndex,
  beginnings: Token[][],
): Promise<Head[][]> {
  const asked = beginnings.filter((tokens) => tokens.length > 0);
  const queries = asked.map((tokens) => {
    const words = tokens.map(foldedWord);
    const whole = words.slice(0, -1).map((word) => `"${word}"`);
    return {
      indexUid: names.materials,
      q: [...whole, words.at(-1) ?? ''].join(' '),
      attributesToSearchOn: ['title', 'keywords'],
      attributesToRetrieve: ['head'],
      matchingStrategy: 'all',
      locales: ['vie'],
      sort: ['publishedAt:desc', 'identifier:asc'],
      limit: MOST_HEADS,
    };
  });
  const { results } = await connection.call<{ results: { hits: Pick<FoundRecord, 'head'>[] }[] }>({
    method: 'POST',
    path: '/multi-search',
    body: { queries },
  });
  return results.map(({ hits }) => hits.map(({ head }) => JSON.parse(head) as Head));
}

/** Phrases of these heads that begin with the words: keywords first, then the most frequent. */
function phrases(heads: Head[], typed: Token[], pairsOnly = false): string[] {
  const beginning = joined(typed, 'folded');
  const counts = new Map<string, { display: string; kind: number; n: number }>();
  for (const { folded, display, kind } of heads.flatMap(phrasesOf)) {
    if (!folded.startsWith(beginning) || (pairsOnly && kind !== KIND.pair)) continue;
    const key = `${String(kind)} ${display}`;
    const n = (counts.get(key)?.n ?? 0) + 1;
    counts.set(key, { display, kind, n });
  }
  return [...counts.values()]
    .sort(
      (a, b) =>
        a.kind - b.kind ||
        b.n - a.n ||
        a.display.length - b.display.length ||
        (a.display < b.display ? -1 : 1),
    )
    .map(({ display }) => display);
}

function titles(heads: Head[], typed: Token[]): string[] {
  const beginning = ` ${joined(typed, 'folded')}`;
  return heads
    .map(({ title }) => title.vi.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter((title) => ` ${joined(tokenise(title), 'folded')}`.includes(beginning));
}
