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
  const since = query.updatedSince === undefined ? null : Date.parse(query.updatedSince);
  const missed = new Uint8Array(columns.end).fill(OUT);
  const passing = new Uint8Array(columns.end);
  let total = 0;
  for (let id = 1; id < missed.length; id += 1) {
    if (tiers ? !tiers[id] : columns.identifier(id) === '') continue;
    if (since !== null && columns.modifiedAt(id) < since) continue;
    const by = filters.length === 0 ? NOTHING : missedBy(filters, id);
    missed[id] = by;
    if (by !== NOTHING) continue;
    passing[id] = 1;
    total += 1;
  }
  const count = (field: FacetField) => columns.facets[field].count(missed, numberOf(field));
  const facets = Object.fromEntries([...new Set(query.facets)].map((field) => [field, count(field)])); // prettier-ignore
  return { passing, total, facets };
}

/** Which filters a document does not pass: none, the one of this number, or out with several. */
const NOTHING = 0;
const OUT = 255;
const numberOf = (field: FacetField): number => FACET_FIELDS.indexOf(field) + 1;

interface Filter {
  field: FacetField;
  passes: (id: number) => boolean;
}

function missedBy(filters: Filter[], id: number): number {
  let missed = NOTHING;
  for (const { field, passes } of filters) {
    if (passes(id)) continue;
    if (missed !== NOTHING) return OUT;
    missed = numberOf(field);
  }
  return missed;
}
