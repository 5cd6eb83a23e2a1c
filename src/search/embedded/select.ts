import { FACET_FIELDS, type FacetField, type SearchAnswer, type SearchQuery } from '../port';
import type { Columns } from './columns';
import { NOTHING, OUT } from './facet-column';

export interface Selection {
  /** 1 for each document that matches and passes all filters, by id. */
  passing: Uint8Array;
  total: number;
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
  const missed = asked(columns, tiers, query.updatedSince);
  for (const [at, field] of FACET_FIELDS.entries()) {
    const codes = query.filters[field] ?? [];
    if (codes.length > 0) columns.facets[field].filter(codes, missed, at + 1);
  }
  const passing = new Uint8Array(columns.end);
  let total = 0;
  for (let id = 0; id < missed.length; id += 1) {
    if (missed[id] !== NOTHING) continue;
    passing[id] = 1;
    total += 1;
  }
  const count = (field: FacetField) =>
    columns.facets[field].count(missed, FACET_FIELDS.indexOf(field) + 1);
  const facets = Object.fromEntries([...new Set(query.facets)].map((field) => [field, count(field)])); // prettier-ignore
  return { passing, total, facets };
}

/** `NOTHING` for what the words and the date let pass, `OUT` for the rest. */
function asked(columns: Columns, tiers: Uint8Array | null, updatedSince?: string): Uint8Array {
  const missed = new Uint8Array(columns.end).fill(OUT);
  const since = updatedSince === undefined ? -Infinity : Date.parse(updatedSince);
  for (let id = 1; id < missed.length; id += 1) {
    const matches = tiers ? tiers[id] !== 0 : columns.isThere(id);
    if (matches && columns.modifiedAt(id) >= since) missed[id] = NOTHING;
  }
  return missed;
}
