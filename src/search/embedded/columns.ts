import { FACET_FIELDS, type FacetField, type SearchSort } from '../port';
import type { Connection } from './connection';
import { createFacetColumn, type FacetColumn } from './facet-column';
import { noteChangedHeads } from './head-vocabulary';
import { noteChanges } from './matching-ids';

/** What filters, counts and orders need, in memory by document id; no SQL runs over everything. */
export interface Columns {
  /** Takes in what changed since the last call; inside a read transaction. */
  refresh(connection: Connection): Promise<void>;
  readonly size: number;
  /** One more than the highest id. */
  readonly end: number;
  facets: Record<FacetField, FacetColumn>;
  /** `''` for a removed document. */
  identifier(id: number): string;
  publishedAt(id: number): number;
  modifiedAt(id: number): number;
  titleKey(id: number): string;
  /** Ids of all documents in an order; made when asked for, kept until something changes. */
  order(sort: Exclude<SearchSort, 'relevance'>): Uint32Array;
}

interface Row {
  identifier: string;
  publishedAt: number;
  modifiedAt: number;
  titleKey: string;
}

type StoredRow = [
  id: number,
  identifier: string | null,
  publishedAt: number,
  modifiedAt: number,
  titleKey: string,
  codes: string[][],
];

const GONE: Row = { identifier: '', publishedAt: 0, modifiedAt: 0, titleKey: '' };
const SLICE = 10_000;

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function createColumns(): Columns {
  const rows: Row[] = [GONE]; // ids begin at 1
  const facets = Object.fromEntries(
    FACET_FIELDS.map((field) => [field, createFacetColumn()]),
  ) as Record<FacetField, FacetColumn>;
  const orders = new Map<SearchSort, Uint32Array>();
  let size = 0;
  let seen = 0;
  const row = (id: number): Row => rows[id] ?? GONE;

  const compare = {
    newest: (a: number, b: number) =>
      row(b).publishedAt - row(a).publishedAt || compareText(row(a).identifier, row(b).identifier),
    oldest: (a: number, b: number) =>
      row(a).publishedAt - row(b).publishedAt || compareText(row(a).identifier, row(b).identifier),
    title: (a: number, b: number) =>
      compareText(row(a).titleKey, row(b).titleKey) ||
      compareText(row(a).identifier, row(b).identifier),
  };

  return {
    facets,
    get size() {
      return size;
    },
    get end() {
      return rows.length;
    },
    identifier: (id) => row(id).identifier,
    publishedAt: (id) => row(id).publishedAt,
    modifiedAt: (id) => row(id).modifiedAt,
    titleKey: (id) => row(id).titleKey,
    order(sort) {
      let order = orders.get(sort);
      if (!order) {
        const ids: number[] = [];
        for (let id = 1; id < rows.length; id += 1) if (row(id).identifier) ids.push(id);
        order = Uint32Array.from(ids.sort(compare[sort]));
        orders.set(sort, order);
      }
      return order;
    },
    async refresh(connection) {
      const latest = ((await connection.value('SELECT max(seq) FROM documents')) ?? 0) as number;
      if (latest === seen) return;
      const ids: number[] = [];
      for (let from = -1, done = false; !done;) {
        // One JSON text for thousands of rows: the library's row objects cost ten times as much.
        // The first time through the table, later through the index on seq (`+` hides the key).
        const key = seen === 0 ? 'id' : '+id';
        const slice = await connection.value(
          `SELECT json_group_array(json_array(
                    id, identifier, published_at, modified_at, title_key, json(facets)))
             FROM (SELECT * FROM documents WHERE seq > ? AND ${key} > ? ORDER BY ${key} LIMIT ?)`,
          [seen, from, SLICE],
        );
        const changed = JSON.parse(String(slice)) as StoredRow[];
        for (const [id, identifier, publishedAt, modifiedAt, titleKey, codes] of changed) {
          if (row(id).identifier) size -= 1;
          if (identifier) size += 1;
          while (rows.length < id) rows.push(GONE);
          rows[id] = identifier ? { identifier, publishedAt, modifiedAt, titleKey } : GONE;
          FACET_FIELDS.forEach((field, at) => {
            facets[field].set(id, codes[at] ?? []);
          });
          ids.push(id);
          from = id;
        }
        done = changed.length < SLICE;
      }
      orders.clear();
      noteChanges(connection, ids);
      noteChangedHeads(connection, ids);
      seen = latest;
    },
  };
}
