import { EVERYBODY, type Seen } from './seen';
import { createSqliteReader, type SqliteReader } from './sqlite-reader';
import { readDepartments, readLicences, readPortals, readTerms } from './sqlite-reference';
import { listPublications } from './sqlite-list';
import { readChanges } from './sqlite-changes';
import { rememberUntilChange, sayingChanges, watchGeneration, type Once } from './generation';
import { sqliteTraces } from './sqlite-traces';
import { columns, seenCondition, toPublication, toTombstone } from './sqlite-rows';
import type { PublicationReads, ReadStore } from './store';
import { SWEEP_KEY, toSweepMark } from './sweep-mark';
import { titleKey } from '../../platform/title-key';

/**
 * The store on an SQLite file: one connection of its own that only reads. Calls are synchronous
 * underneath, so every query is short: by an index, or cached until something changes.
 */
export async function createSqliteReadStore(input: {
  file: string;
  /** How often other processes' commits are looked for. */
  pollMs?: number;
}): Promise<ReadStore> {
  const reader = await createSqliteReader(input.file);
  const generation = watchGeneration({ read: sqliteTraces(reader), pollMs: input.pollMs ?? 250 });
  await generation.look().catch(() => undefined);
  const once = rememberUntilChange(generation);

  const store: ReadStore = {
    ...readsOf({ reader, once, seen: EVERYBODY }),
    async hiddenTitles(titles) {
      const keys = new Map(titles.map((title) => [titleKey(title), title]));
      const rows = await reader.all(
        `SELECT title FROM publications WHERE title IN (SELECT value FROM json_each(?))
          GROUP BY title HAVING sum(status = 'live' AND access = 'open') = 0`,
        [JSON.stringify([...keys.keys()])],
      );
      return new Set(rows.map((row) => keys.get(String(row.title)) ?? ''));
    },
    terms: (scheme) => once(`terms:${scheme}`, () => readTerms(reader, scheme)),
    licences: () => once('licences', () => readLicences(reader)),
    departments: () => once('departments', () => readDepartments(reader)),
    portals: () => once('portals', () => readPortals(reader)),
    forPortal: (portal) => ({
      ...store,
      ...readsOf({ reader, once, seen: portal }),
      // The moment of what is open says nothing of what is reserved.
      lastModified: () => undefined,
    }),

    async lastSweep() {
      const [row] = await reader.all('SELECT data FROM payload_kv WHERE key = ?', [SWEEP_KEY]);
      return toSweepMark(row?.data);
    },
    ...sayingChanges(generation),
    async ping() {
      await reader.all('SELECT 1 FROM publications LIMIT 1');
    },
    close() {
      generation.stop();
      reader.close();
      return Promise.resolve();
    },
  };
  return store;
}

function readsOf(input: { reader: SqliteReader; once: Once; seen: Seen }): PublicationReads {
  const { reader, once, seen } = input;
  const theirs = seenCondition(seen);
  return {
    async publication(identifier) {
      const [row] = await reader.all(
        `SELECT ${columns} FROM publications p WHERE p.identifier = ? AND ${theirs.sql}`,
        [identifier, ...theirs.args],
      );
      if (!row) return undefined;
      return row.status === 'live'
        ? { status: 'live', publication: toPublication(row) }
        : { status: 'withdrawn', tombstone: toTombstone(row) };
    },
    async etagOf(identifier) {
      const [row] = await reader.all(
        `SELECT p.etag FROM publications p
          WHERE p.identifier = ? AND p.status = 'live' AND ${theirs.sql}`,
        [identifier, ...theirs.args],
      );
      return row && String(row.etag);
    },
    async publications(identifiers) {
      if (identifiers.length === 0) return new Map();
      const rows = await reader.all(
        `SELECT ${columns} FROM publications p
          WHERE p.identifier IN (SELECT value FROM json_each(?))
            AND ${theirs.sql} AND p.status = 'live'`,
        [JSON.stringify(identifiers), ...theirs.args],
      );
      return new Map(rows.map(toPublication).map((found) => [found.identifier, found]));
    },
    list: (query) => listPublications({ reader, seen, query, once }),
    async publicationOfFile(fileId) {
      const [row] = await reader.all(
        `SELECT ${columns} FROM publications_texts t JOIN publications p ON p.id = t.parent_id
          WHERE t.text = ? AND t.path = 'keys' AND ${theirs.sql}
          ORDER BY p.status = 'live' DESC, p.withdrawn_at DESC LIMIT 1`,
        [`file:${fileId}`, ...theirs.args],
      );
      if (!row) return undefined;
      if (row.status !== 'live') return { status: 'withdrawn', tombstone: toTombstone(row) };
      const publication = toPublication(row);
      const file = publication.snapshot.files.find(({ id }) => id === fileId);
      return file && { status: 'live', publication, file };
    },
    changes: (query) => readChanges({ reader, seen, ...query }),
  };
}
