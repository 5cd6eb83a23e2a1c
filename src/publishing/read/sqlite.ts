import { createSqliteReader } from './sqlite-reader';
import { readDepartments, readLicences, readTerms } from './sqlite-reference';
import { listPublications } from './sqlite-list';
import { readChanges } from './sqlite-changes';
import { rememberUntilChange, sayingChanges, watchGeneration } from './generation';
import { sqliteTraces } from './sqlite-traces';
import { columns, toPublication, toTombstone } from './sqlite-rows';
import type { ReadStore } from './store';
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

  return {
    async publication(identifier) {
      const [row] = await reader.all(
        `SELECT ${columns} FROM publications p WHERE p.identifier = ? AND p.access = 'open'`,
        [identifier],
      );
      if (!row) return undefined;
      return row.status === 'live'
        ? { status: 'live', publication: toPublication(row) }
        : { status: 'withdrawn', tombstone: toTombstone(row) };
    },
    async publications(identifiers) {
      if (identifiers.length === 0) return new Map();
      const rows = await reader.all(
        `SELECT ${columns} FROM publications p
          WHERE p.identifier IN (SELECT value FROM json_each(?))
            AND p.access = 'open' AND p.status = 'live'`,
        [JSON.stringify(identifiers)],
      );
      return new Map(rows.map(toPublication).map((found) => [found.identifier, found]));
    },
    list: (query) => listPublications({ reader, query, once }),
    async publicationOfFile(fileId) {
      const [row] = await reader.all(
        `SELECT ${columns} FROM publications_texts t JOIN publications p ON p.id = t.parent_id
          WHERE t.text = ? AND t.path = 'keys' AND p.access = 'open'
          ORDER BY p.status = 'live' DESC, p.withdrawn_at DESC LIMIT 1`,
        [`file:${fileId}`],
      );
      if (!row) return undefined;
      if (row.status !== 'live') return { status: 'withdrawn', tombstone: toTombstone(row) };
      const publication = toPublication(row);
      const file = publication.snapshot.files.find(({ id }) => id === fileId);
      return file && { status: 'live', publication, file };
    },
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
    changes: (query) => readChanges({ reader, ...query }),

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
}
