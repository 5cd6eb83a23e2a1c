import { findMatches, highlightAll, highlightSnippet, type TextMatches } from '../highlight';
import type { SearchHit } from '../port';
import type { ParsedQuery } from '../query/parse-query';
import type { Connection } from './connection';
import type { Head } from './document-texts';
import type { OpenIndex } from './index-session';
import { readingIn, type Match } from './match';
import { namesOneThing } from './tiers';

/** Pieces of bodies read for one answer: long books must not make a page of hits slow. */
const MOST_PASSAGES = 800;

/** What is shown of each document. */
export async function hitsOf(input: {
  index: OpenIndex;
  ids: number[];
  /** What was searched for; null when nothing was. */
  match: Match | null;
  lang: 'vi' | 'en';
}): Promise<SearchHit[]> {
  const { index, ids, match, lang } = input;
  const { connection, columns } = index;
  if (!match || ids.length === 0) {
    return ids.map((id) => ({
      identifier: columns.identifier(id),
      highlights: { title: null, text: null },
    }));
  }
  const rows = await connection.all(`SELECT id, head FROM heads WHERE id IN (${ids.join(',')})`);
  const heads = new Map(rows.map((row) => [Number(row[0]), JSON.parse(String(row[1])) as Head]));
  const budget = { passages: MOST_PASSAGES };
  const hits: SearchHit[] = [];
  for (const id of ids) {
    const head = heads.get(id);
    const { words: query } = readingIn(match, match.tiers[id] ?? 0);
    const find = (texts: (string | undefined)[]) =>
      best(texts.flatMap((text) => (text ? [findMatches(text, query)] : [])));
    const inOrder = (value: { vi?: string; en?: string } | null | undefined) =>
      lang === 'en' ? [value?.en, value?.vi] : [value?.vi, value?.en];
    const title = find(inOrder(head?.title));
    const abstract = find(inOrder(head?.abstract));
    const text =
      abstract?.units === query.units.length
        ? abstract
        : best([abstract, await inBody(connection, id, query, budget)]);
    hits.push({
      identifier: columns.identifier(id),
      highlights: {
        title: title && highlightAll(title),
        text: text && isTold(text, query) ? highlightSnippet(text) : null,
      },
    });
  }
  return hits;
}

/** One syllable of a name says nothing: then the abstract is better to read than a place in a text. */
function isTold(text: TextMatches, query: ParsedQuery): boolean {
  return !namesOneThing(query) || text.units === query.units.length;
}

/** The one in which most of the query was found; the first of equals. */
function best(all: (TextMatches | null)[]): TextMatches | null {
  let found: TextMatches | null = null;
  for (const one of all) if (one && one.units > (found?.units ?? 0)) found = one;
  return found;
}

/** The first passage that has the whole query, or the one that has most of it. */
async function inBody(
  connection: Connection,
  id: number,
  query: ParsedQuery,
  budget: { passages: number },
): Promise<TextMatches | null> {
  let found: TextMatches | null = null;
  for (let part = 0; budget.passages > 0; part += 1) {
    const text = await connection.value('SELECT text FROM passages WHERE id = ? AND part = ?', [
      id,
      part,
    ]);
    if (typeof text !== 'string') break;
    budget.passages -= 1;
    found = best([found, findMatches(text, query)]);
    if (found?.units === query.units.length) break;
  }
  return found;
}
