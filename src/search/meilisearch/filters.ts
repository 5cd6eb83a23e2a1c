import { FACET_FIELDS, type FacetField, type SearchQuery } from '../port';

/** A value in a filter: quoted, so that nothing in it is an operator. */
export function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

export const equals = (field: string, value: string): string => `${field} = ${quoted(value)}`;
export const anyOf = (conditions: string[]): string => conditions.join(' OR ');

/**
 * Conditions that all must hold (Meilisearch joins a list by AND), without those of one field for
 * its own counts.
 */
export function filtersOf(query: SearchQuery, without?: FacetField): string[] {
  const conditions: string[] = [];
  for (const field of FACET_FIELDS) {
    const codes = query.filters[field] ?? [];
    if (codes.length === 0 || field === without) continue;
    conditions.push(`${field} IN [${codes.map(quoted).join(', ')}]`);
  }
  const since = query.updatedSince === undefined ? NaN : Date.parse(query.updatedSince);
  if (!Number.isNaN(since)) conditions.push(`modifiedAt >= ${String(since)}`);
  return conditions;
}

/** What stands after a place in an order of one column and the identifier. */
export function after(
  { column, descending }: { column: string; descending: boolean },
  [value = '', identifier = '']: (string | number)[],
): string {
  const literal = typeof value === 'number' ? String(value) : quoted(value);
  const beyond = `${column} ${descending ? '<' : '>'} ${literal}`;
  return `${beyond} OR (${column} = ${literal} AND identifier > ${quoted(String(identifier))})`;
}
