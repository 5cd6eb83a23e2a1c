import type { Word } from '../query/abbreviations';
import { inColumns, quote, wordingsOf } from '../query/fts-expression';
import type { Form, ParsedQuery } from '../query/parse-query';
import type { Connection } from './connection';
import { both, either, eachId, NO_IDS, type IdSet } from './id-set';
import { matchingIds, questionOf } from './matching-ids';
import { pairOf } from './neighbours';
import { readSet } from './read-set';
import { FULL } from './schema';

/** So few are looked at one by one for words that must follow each other exactly. */
const FEW = 100;

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
  const question = questionOf(FULL, words, form);
  if (likely.size > FEW) return matchingIds(connection, 'full', question);
  const ids: number[] = [];
  eachId(likely, (id) => ids.push(id));
  return readSet(connection, 'full', question, ids);
}
