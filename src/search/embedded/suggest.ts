import { exactText } from '../../platform/fold-text';
import { tokenise } from '../fold/tokenise';
import { inColumns, quote } from '../query/fts-expression';
import type { Head } from './document-texts';
import type { OpenIndex } from './index-session';
import { KIND } from './schema';

/** Phrases looked at for one prefix; single letters have very many. */
const MOST_PHRASES = 400;
const END = '\u{10FFFF}';

/**
 * Completions of what is being typed: keywords and pairs of syllables that begin with it, its last
 * words completed, titles that contain it. What agrees with the typed accents comes first.
 */
export async function suggest(
  index: OpenIndex,
  input: { q: string; limit: number },
): Promise<string[]> {
  const typed = tokenise(input.q).slice(0, 12);
  const folded = typed.map((token) => token.folded).join(' ');
  const exact = typed.map((token) => token.exact).join(' ');
  if (folded === '') return [];

  const found: string[] = await phrases(index, folded, exact);
  const [before, last] = [typed.at(-2), typed.at(-1)];
  if (typed.length > 2 && before && last) {
    const start = input.q.slice(0, before.start);
    const pair = [before, last];
    const ends = await phrases(
      index,
      pair.map((token) => token.folded).join(' '),
      pair.map((token) => token.exact).join(' '),
      KIND.pair,
    );
    found.push(...ends.map((end) => start + end));
  }
  found.push(...(await titles(index, folded, input.limit)));

  const different = new Map<string, string>();
  for (const text of found) {
    const key = exactText(text);
    if (!different.has(key)) different.set(key, text);
  }
  const agrees = (key: string) => (wordsOf(key).includes(` ${exact}`) ? 0 : 1);
  return [...different.entries()]
    .sort(([a], [b]) => agrees(a) - agrees(b))
    .slice(0, input.limit)
    .map(([, text]) => text);
}

const wordsOf = (key: string): string => ` ${tokenise(key).map((token) => token.exact).join(' ')}`; // prettier-ignore

async function phrases(
  { connection }: OpenIndex,
  folded: string,
  exact: string,
  kind?: number,
): Promise<string[]> {
  const rows = await connection.all(
    `SELECT display FROM phrases WHERE folded >= ? AND folded < ? AND (? OR kind = ?)
      ORDER BY kind, n DESC, length(display), display LIMIT ?`,
    [folded, folded + END, kind === undefined ? 1 : 0, kind ?? 0, MOST_PHRASES],
  );
  const displays = rows.map((row) => String(row[0]));
  const agrees = (text: string) => (wordsOf(text).startsWith(` ${exact}`) ? 0 : 1);
  return displays.sort((a, b) => agrees(a) - agrees(b)).slice(0, 30);
}

async function titles(
  { connection, columns }: OpenIndex,
  folded: string,
  limit: number,
): Promise<string[]> {
  const rows = await connection.all(
    `SELECT id, head FROM heads
      WHERE id IN (SELECT rowid FROM head WHERE head MATCH ? LIMIT ?)`,
    [inColumns(['title'], `${quote(folded)} *`), limit * 3],
  );
  return rows
    .map((row) => ({ id: Number(row[0]), title: (JSON.parse(String(row[1])) as Head).title.vi }))
    .sort((a, b) => columns.publishedAt(b.id) - columns.publishedAt(a.id))
    .map(({ title }) => title.normalize('NFC').replace(/\s+/g, ' ').trim())
    .slice(0, limit);
}
