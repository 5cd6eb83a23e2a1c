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
  const ids = asked.filter((_, at) => missed[at] === NOTHING);
  const passing = new Uint8Array(columns.end);
  for (const id of ids) passing[id] = 1;
  return { passing, ids, facets };
}

/** What the words and the date let pass. */
function askedFor(columns: Columns, tiers: Uint8Array | null, updatedSince?: string): Uint32Array {
  const since = updatedSince === undefined ? -Infinity : Date.parse(updatedSince);
  const ids = new Uint32Array(columns.end);
  let count = 0;
  for (let id = 1; id < columns.end; id += 1) {
    const matches = tiers ? tiers[id] !== 0 : columns.isThere(id);
    if (matches && columns.modifiedAt(id) >= since) ids[count++] = id;
  }
  return ids.subarray(0, count);
}
