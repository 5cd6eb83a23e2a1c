import type { Word } from '../query/abbreviations';
import type { Columns } from '../query/fts-expression';
import type { Form, ParsedQuery } from '../query/parse-query';
import type { Connection } from './connection';
import { both, either, type IdSet } from './id-set';
import { matchingIds, questionOf, type TextTable } from './matching-ids';
import { phraseAnywhere } from './side-by-side';

/**
 * The documents that have all units, each in its form or its alternative; null when there is nothing
 * to match. Each word is asked for by itself: what it once cost serves every query that has it.
 */
export async function documentsWith(input: {
  connection: Connection;
  table: TextTable;
  query: ParsedQuery;
  columns: Columns;
}): Promise<IdSet | null> {
  const { connection, table, query, columns } = input;
  const having = ({ words, form }: { words: Word[]; form: Form }) =>
    table === 'full' && words.length > 1
      ? phraseAnywhere(connection, words, form)
      : matchingIds(connection, table, questionOf(columns, words, form));
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
