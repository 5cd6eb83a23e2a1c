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
  /** False for a removed document. */
  isThere(id: number): boolean;
  identifier(id: number): string;
  publishedAt(id: number): number;
  modifiedAt(id: number): number;
  /** Ids of all documents by date; made when asked for, kept until something changes. */
  order(sort: 'newest' | 'oldest'): Uint32Array;
  /** The same by title, which only the file knows. */
  titleOrder(connection: Connection): Promise<Uint32Array>;
}

type StoredRow = [
  id: number,
  identifier: string | null,
  publishedAt: number,
  modifiedAt: number,
  codes: string[][],
];

const SLICE = 2_000;

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function grown(column: Float64Array, id: number): Float64Array {
  if (id < column.length) return column;
  const longer = new Float64Array(Math.max(id + 1, Math.ceil(column.length * 1.5)));
  longer.set(column);
  return longer;
}

export function createColumns(): Columns {
  const identifiers: string[] = ['']; // ids begin at 1
  let publishedAt: Float64Array = new Float64Array(1024);
  let modifiedAt: Float64Array = new Float64Array(1024);
  const facets = Object.fromEntries(
    FACET_FIELDS.map((field) => [field, createFacetColumn()]),
  ) as Record<FacetField, FacetColumn>;
  const orders = new Map<SearchSort, Uint32Array>();
  let size = 0;
  let seen = 0;
  const identifier = (id: number) => identifiers[id] ?? '';
  const date = (id: number) => publishedAt[id] ?? 0;
  const compare = {
    newest: (a: number, b: number) => date(b) - date(a) || compareText(identifier(a), identifier(b)), // prettier-ignore
    oldest: (a: number, b: number) => date(a) - date(b) || compareText(identifier(a), identifier(b)), // prettier-ignore
  };

  function take([id, name, published, modified, codes]: StoredRow) {
    if (identifier(id)) size -= 1;
    if (name) size += 1;
    while (identifiers.length < id) identifiers.push('');
    identifiers[id] = name ?? '';
    publishedAt = grown(publishedAt, id);
    modifiedAt = grown(modifiedAt, id);
    publishedAt[id] = published;
    modifiedAt[id] = modified;
    FACET_FIELDS.forEach((field, at) => {
      facets[field].set(id, codes[at] ?? []);
    });
  }

  return {
    facets,
    get size() {
      return size;
    },
    get end() {
      return identifiers.length;
    },
    isThere: (id) => identifiers[id] !== '',
    identifier,
    publishedAt: date,
    modifiedAt: (id) => modifiedAt[id] ?? 0,
    order(sort) {
      let order = orders.get(sort);
      if (!order) {
        const ids = new Uint32Array(size);
        let at = 0;
        for (let id = 1; id < identifiers.length; id += 1) if (identifiers[id]) ids[at++] = id;
        order = ids.sort(compare[sort]);
        orders.set(sort, order);
      }
      return order;
    },
    async titleOrder(connection) {
      let order = orders.get('title');
      if (!order) {
        const joined = await connection.value(
          `SELECT group_concat(id) FROM (SELECT id FROM documents
            WHERE identifier IS NOT NULL ORDER BY title_key, identifier)`,
        );
        order = Uint32Array.from(joined === null ? [] : String(joined).split(','), Number);
        orders.set('title', order);
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
                    id, identifier, published_at, modified_at, json(facets)))
             FROM (SELECT * FROM documents WHERE seq > ? AND ${key} > ? ORDER BY ${key} LIMIT ?)`,
          [seen, from, SLICE],
        );
        const changed = JSON.parse(String(slice)) as StoredRow[];
        for (const row of changed) {
          take(row);
          ids.push(row[0]);
          from = row[0];
        }
        done = changed.length < SLICE;
      }
      orders.clear();
      await noteChanges(connection, latest);
      noteChangedHeads(connection, ids);
      seen = latest;
    },
  };
}
