import { createMatcher } from '../highlight';
import type { Word } from '../query/abbreviations';
import { inColumns, quote, wordingsOf } from '../query/fts-expression';
import type { Form, ParsedQuery, Unit } from '../query/parse-query';
import { AMONG, type Connection } from './connection';
import { both, either, eachId, NO_IDS, readIds, type IdSet } from './id-set';
import { matchingIds, questionOf } from './matching-ids';
import { pairOf } from './neighbours';
import { FULL } from './schema';

/**
 * So many documents and passages at most are read to see whether words follow each other; FTS5 goes
 * through the places of the words in all documents instead.
 */
const MOST_READ = 150;

/** What to ask `pairs` for two words side by side; unmarked ones may have any marks there. */
export function pairQuestion(first: Word, second: Word, form: Form): string {
  return inColumns([], quote(pairOf(first[form], second[form])));
}

/**
 * Documents in which each two neighbours of the words stand side by side. Of three words and more
 * that is hardly ever elsewhere than one after the other, and it is read from short lists.
 */
async function inARow(connection: Connection, words: Word[], form: Form): Promise<IdSet> {
  const [only] = words;
  if (!only) return NO_IDS;
  if (words.length === 1) return matchingIds(connection, 'full', questionOf(FULL, [only], form));
  let all: IdSet | null = null;
  for (let at = 1; at < words.length && all?.size !== 0; at += 1) {
    const [first, second] = [words[at - 1], words[at]];
    if (!first || !second) break;
    const found = await matchingIds(connection, 'pairs', pairQuestion(first, second, form));
    all = all ? both(all, found) : found;
  }
  return all ?? NO_IDS;
}

/** Documents with the units of the query side by side, in one of its wordings; null where forms differ. */
export async function sideBySideAnywhere(
  connection: Connection,
  query: ParsedQuery,
): Promise<IdSet | null> {
  const all = wordingsOf(query);
  if (!all) return null;
  let found = NO_IDS;
  for (const units of all.wordings) {
    const words = units.flatMap((unit) => unit.words);
    found = either(found, await inARow(connection, words, all.form));
  }
  return found;
}

/** Documents that have the words exactly one after the other, as in quotes. */
export async function phraseAnywhere(
  connection: Connection,
  words: Word[],
  form: Form,
): Promise<IdSet> {
  const likely = await inARow(connection, words, form);
  const marked = words.some(({ exact, folded }) => exact !== folded);
  const told = words.length < 3 && (form === 'folded' || marked);
  if (told || likely.size === 0) return likely;
  const ids: number[] = [];
  eachId(likely, (id) => ids.push(id));
  return ids.length <= MOST_READ && (await isShort(connection, ids))
    ? having(connection, ids, { words, form })
    : matchingIds(connection, 'full', questionOf(FULL, words, form));
}

async function isShort(connection: Connection, ids: number[]): Promise<boolean> {
  const passages = await connection.value(`SELECT count(*) FROM passages WHERE id IN ${AMONG}`, [
    JSON.stringify(ids),
  ]);
  return Number(passages) <= MOST_READ;
}

/** Those of the documents that have the phrase, by their texts. */
async function having(
  connection: Connection,
  ids: number[],
  phrase: Pick<Unit, 'words' | 'form'>,
): Promise<IdSet> {
  const find = createMatcher({ units: [phrase], alternatives: [], accented: false, quoted: true });
  const among = JSON.stringify(ids);
  const heads = await connection.all(`SELECT id, words FROM heads WHERE id IN ${AMONG}`, [among]);
  const bodies = await connection.all(`SELECT id, text FROM passages WHERE id IN ${AMONG}`, [
    among,
  ]);
  // Texts of a head stand in lines and fields of their own: no phrase reaches over them.
  const texts = heads.flatMap(([id, words]) => String(words).split(/[\t\n]/).map((text) => [id, text])); // prettier-ignore
  const found = new Set<number>();
  for (const [id, text] of texts.concat(bodies)) {
    if (!found.has(Number(id)) && find(String(text)).units > 0) found.add(Number(id));
  }
  return readIds([...found].sort((a, b) => a - b).join(','));
}
