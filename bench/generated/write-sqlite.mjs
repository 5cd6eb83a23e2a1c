/** Publications into the tables of an SQLite file, as the product's adapter stores them. */
import Database from 'libsql';

export function openSqliteRows(file) {
  const database = new Database(file);
  database.exec('PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL');
  const head = database.prepare(
    `INSERT INTO publications (id, identifier, material_id, status, access, revision, snapshot, etag,
       title, published_at, modified_at, dated_revision, updated_at)
     VALUES (?, ?, ?, 'live', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const key = database.prepare(
    `INSERT INTO publications_texts ("order", parent_id, path, text) VALUES (?, ?, 'keys', ?)`,
  );
  const change = database.prepare(
    `INSERT INTO changes (id, seq, type, identifier, revision, at) VALUES (?, ?, 'published', ?, ?, ?)`,
  );
  function write({ id, seq, materialId, row }) {
    const { access, revision, snapshot, etag, title, keys, publishedAt, modifiedAt } = row;
    const { identifier } = snapshot;
    const content = JSON.stringify(snapshot);
    head.run(id, identifier, materialId, access, revision, content, etag, title, publishedAt, modifiedAt, revision, modifiedAt); // prettier-ignore
    keys.forEach((text, at) => key.run(at + 1, id, text));
    change.run(id, seq, identifier, revision, publishedAt);
  }
  return {
    writeAll(rows) {
      database.exec('BEGIN');
      for (const row of rows) write(row);
      database.exec('COMMIT');
    },
    close(last) {
      database
        .prepare(`INSERT INTO counters (id, name, value) VALUES ('changes', 'changes', ?)`)
        .run(last);
      database.exec('ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}
