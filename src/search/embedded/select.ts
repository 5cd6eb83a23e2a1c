import { FACET_FIELDS, type FacetField, type SearchAnswer, type SearchQuery } from '../port';
import type { Columns } from './columns';

export interface Selection {
  /** 1 for each document that matches and passes all filters, by id. */
  passing: Uint8Array;
  total: number;
  facets: SearchAnswer['facets'];
}

/**
 * Filters and counts in one pass. Counts are disjunctive: a field's own filter does not count
 * against its codes, so that people see what another choice would bring. `tiers` null: everything.
 */
export function select(input: {
  columns: Columns;
  tiers: Uint8Array | null;
  query: SearchQuery;
}): Selection {
  const { columns, tiers, query } = input;
  const filters = FACET_FIELDS.flatMap((field) => {
    const codes = query.filters[field] ?? [];
    return codes.length === 0 ? [] : [{ field, passes: columns.facets[field].filter(codes) }];
  });
  const counters = [...new Set(query.facets)].map((field) => ({
    field,
    counter: columns.facets[field].counter(),
  }));
  const since = query.updatedSince === undefined ? -Infinity : Date.parse(query.updatedSince);
  const passing = new Uint8Array(columns.end);
  let total = 0;

  for (let id = 1; id < columns.end; id += 1) {
    if (tiers ? !tiers[id] : columns.identifier(id) === '') continue;
    if (columns.modifiedAt(id) < since) continue;
    let missed: FacetField | null = null;
    let misses = 0;
    for (const { field, passes } of filters) {
      if (passes(id)) continue;
      missed = field;
      misses += 1;
      if (misses > 1) break;
    }
    if (misses > 1) continue;
    if (misses === 0) {
      passing[id] = 1;
      total += 1;
    }
    for (const { field, counter } of counters) {
      if (missed === null || missed === field) counter.count(id);
    }
  }
  return {
    passing,
    total,
    facets: Object.fromEntries(counters.map(({ field, counter }) => [field, counter.result()])),
  };
}
