import { FACET_FIELDS, type FacetField, type SearchAnswer, type SearchQuery } from '../port';
import type { Columns } from './columns';
import { NOTHING } from './facet-column';

export interface Selection {
  /** 1 for each document that matches and passes all filters, by id. */
  passing: Uint8Array;
  /** The same as ids, ascending. */
  ids: Uint32Array;
  facets: SearchAnswer['facets'];
}

/**
 * Filters and counts. Counts are disjunctive: a field's own filter does not count against its codes,
 * so that people see what another choice would bring. `tiers` null: everything.
 */
export function select(input: {
  columns: Columns;
  tiers: Uint8Array | null;
  query: SearchQuery;
}): Selection {
  const { columns, tiers, query } = input;
  const asked = askedFor(columns, tiers, query.updatedSince);
  const missed = new Uint8Array(asked.length);
  for (const [at, field] of FACET_FIELDS.entries()) {
    const codes = query.filters[field] ?? [];
    if (codes.length > 0) columns.facets[field].filter(codes, asked, missed, at + 1);
  }
  const count = (field: FacetField) =>
    columns.facets[field].count(asked, missed, FACET_FIELDS.indexOf(field) + 1);
  const facets = Object.fromEntries([...new Set(query.facets)].map((field) => [field, count(field)])); // prettier-ignore
  const ids = new Uint32Array(asked.length);
  const passing = new Uint8Array(columns.end);
  let total = 0;
  for (let at = 0; at < asked.length; at += 1) {
    if (missed[at] !== NOTHING) continue;
    const id = asked[at] ?? 0;
    ids[total] = id;
    passing[id] = 1;
    total += 1;
  }
  return { passing, ids: ids.subarray(0, total), facets };
}

/** What the words and the date let pass. */
function askedFor(columns: Columns, tiers: Uint8Array | null, updatedSince?: string): Uint32Array {
  const { end } = columns;
  const ids = new Uint32Array(end);
  let count = 0;
  for (let id = 1; id < end; id += 1) {
    if (tiers ? tiers[id] !== 0 : columns.isThere(id)) ids[count++] = id;
  }
  const matching = ids.subarray(0, count);
  if (updatedSince === undefined) return matching;
  const since = Date.parse(updatedSince);
  return matching.filter((id) => columns.modifiedAt(id) >= since);
}
