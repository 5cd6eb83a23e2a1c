/** One port, two engines (embedded and Meilisearch). Only publications are ever indexed. */

export type FacetField =
  'subject' | 'level' | 'audience' | 'type' | 'department' | 'licence' | 'language' | 'feature';

export const FACET_FIELDS: readonly FacetField[] = [
  'subject',
  'level',
  'audience',
  'type',
  'department',
  'licence',
  'language',
  'feature',
];

export interface SearchDocument {
  /** Public identifier, `hl-…`. */
  identifier: string;
  title: { vi: string; en?: string };
  keywords: { vi: string[]; en?: string[] };
  abstract: { vi: string; en?: string } | null;
  /** Text extracted from the files, original form (NFC); may be megabytes. */
  body: string;
  /** What its subjects, type, levels, audiences and department are called, in every language. */
  labels: string[];
  /** Codes by facet. */
  facets: Record<FacetField, string[]>;
  /** UTC moments with Z. */
  publishedAt: string;
  modifiedAt: string;
}

/**
 * `newest` and `oldest` by `publishedAt`; `title` by Vietnamese collation of the Vietnamese title.
 * `relevance` without a query is `newest`.
 */
export type SearchSort = 'relevance' | 'newest' | 'oldest' | 'title';

export interface SearchQuery {
  /** Empty or blank: browse. Without any letter or digit: nothing is found. */
  q: string;
  /** Within a field any of the codes, across fields all. */
  filters: Partial<Record<FacetField, string[]>>;
  /** Only documents modified at or after this moment. */
  updatedSince?: string;
  facets: FacetField[];
  sort: SearchSort;
  limit: number;
  /** Opaque, from the answer before; bound to the query. */
  cursor?: string;
  /** Preferred language of the highlights (default vi); the other where only it matched. */
  lang?: 'vi' | 'en';
}

export interface SearchHit {
  identifier: string;
  /** HTML-escaped, matches in <mark>; null where nothing of it matched. */
  highlights: { title: string | null; text: string | null };
}

export interface SearchAnswer {
  hits: SearchHit[];
  total: number;
  totalIsExact: boolean;
  /** Counts by code; a field that is filtered is counted without its own filter (disjunctive). */
  facets: Partial<Record<FacetField, { code: string; count: number }[]>>;
  next: string | null;
}

/** Reading side, used by delivery. Throws AppError `search_unavailable`, `invalid_cursor`. */
export interface SearchReader {
  search(query: SearchQuery): Promise<SearchAnswer>;
  suggest(input: { q: string; limit: number }): Promise<string[]>;
  health(): Promise<{ ok: boolean; documents: number; detail?: string }>;
  close(): Promise<void>;
}

/** How many documents a reconciliation wrote, and how many it took out. */
export interface Reconciled {
  written: number;
  removed: number;
}

/** Writing side, used by the worker alone. */
export interface SearchWriter {
  upsert(documents: SearchDocument[]): Promise<void>;
  remove(identifiers: string[]): Promise<void>;
  /** Builds a fresh index from all documents and switches to it atomically. */
  rebuild(documents: AsyncIterable<SearchDocument>): Promise<{ documents: number }>;
  /**
   * Whether the index lacks documents for a reason of its own: missing, damaged, made with another
   * folding, or never filled as a whole. Asked once at the worker's start.
   */
  needsRebuild(): Promise<boolean>;
  /**
   * Brings an index that is a service of its own in line with all documents, leaving alone what is
   * right already. An engine whose index lives and dies with the process has none.
   */
  reconcile?(documents: AsyncIterable<SearchDocument>): Promise<Reconciled>;
  close(): Promise<void>;
}
