import { createMatcher } from '../highlight';
import type { Word } from '../query/abbreviations';
import { wordingsOf } from '../query/fts-expression';
import type { Form, ParsedQuery, Unit } from '../query/parse-query';
import { AMONG, type Connection } from './connection';
import { both, either, eachId, NO_IDS, readIds, type IdSet } from './id-set';
import { matchingIds } from './matching-ids';
import { textQuestion } from './text-question';
import { termQuestion, type Zone } from './zone-terms';

/**
 * So many documents and passages at most are read to see whether words follow each other; FTS5 goes
 * through the places of the words in all documents instead.
 */
const MOST_READ = 150;
/** A longer phrase may lie over the cut of two passages, in neither of them whole. */
const MOST_WORDS_READ = 16;

/** Documents that have all units in the zone, each in its form or its alternative; null for no units. */
export async function documentsWith(
  connection: Connection,
  zone: Zone,
  query: ParsedQuery,
): Promise<IdSet | null> {
  const having = ({ words, form }: Pick<Unit, 'words' | 'form'>) =>
    zone === 'text' && words.length > 1
      ? phraseInText(connection, words, form)
      : inARow(connection, zone, words, form);
  let all: IdSet | null = null;
  for (let at = 0; at < query.units.length && all?.size !== 0; at += 1) {
    const alternative = query.alternatives.find(({ from }) => from === at);
    const last = alternative?.to ?? at;
    let own: IdSet | null = null;
    for (const unit of query.units.slice(at, last + 1)) own = met(own, await having(unit));
    if (own) all = met(all, alternative ? either(own, await having(alternative)) : own);
    at = last;
  }
  return all;
}

const met = (all: IdSet | null, next: IdSet): IdSet => (all ? both(all, next) : next);

/** Documents with the units of the query side by side, in one of its wordings; null where forms differ. */
export async function sideBySide(
  connection: Connection,
  zone: Zone,
  query: ParsedQuery,
): Promise<IdSet | null> {
  const all = wordingsOf(query);
  if (!all) return null;
  let found = NO_IDS;
  for (const units of all.wordings) {
    const words = units.flatMap((unit) => unit.words);
    found = either(found, await inARow(connection, zone, words, all.form));
  }
  return found;
}

/**
 * Documents in which each two neighbours of the words stand side by side. Of three words and more
 * that is hardly ever elsewhere than one after the other, and it is read from short lists.
 */
async function inARow(connection: Connection, zone: Zone, words: Word[], form: Form) {
  if (words.length === 1 && zone === 'text') {
    return matchingIds(connection, 'full', textQuestion(words, form));
  }
  const steps =
    words.length === 1 ? [words] : words.slice(1).map((_, at) => words.slice(at, at + 2));
  let all: IdSet | null = null;
  for (const step of steps) {
    all = met(all, await matchingIds(connection, 'terms', termQuestion(zone, form, step)));
    if (all.size === 0) break;
  }
  return all ?? NO_IDS;
}

/** Documents that have the words exactly one after the other, as in quotes. */
async function phraseInText(connection: Connection, words: Word[], form: Form): Promise<IdSet> {
  const likely = await inARow(connection, 'text', words, form);
  const marked = words.some(({ exact, folded }) => exact !== folded);
  const told = words.length < 3 && (form === 'folded' || marked);
  if (told || likely.size === 0) return likely;
  if (likely.size <= MOST_READ && words.length <= MOST_WORDS_READ) {
    const ids: number[] = [];
    eachId(likely, (id) => ids.push(id));
    if (await isShort(connection, ids)) return byReading(connection, ids, { words, form });
  }
  return matchingIds(connection, 'full', textQuestion(words, form));
}

async function isShort(connection: Connection, ids: number[]): Promise<boolean> {
  const passages = await connection.value(`SELECT count(*) FROM passages WHERE id IN ${AMONG}`, [
    JSON.stringify(ids),
  ]);
  return Number(passages) <= MOST_READ;
}

/** Those of the documents that have the phrase, by their texts. */
async function byReading(
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
