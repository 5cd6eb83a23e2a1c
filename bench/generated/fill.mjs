/**
 * Fills a migrated database with generated publications: what each says goes through the product's own
 * projection, and rows are written in bulk where publishing them one by one would take an hour. Prints
 * the first identifiers and titles as JSON.
 */
import { randomUUID } from 'node:crypto';
import { materials } from '../corpus/materials.mjs';
import { createFiles } from './files.mjs';
import { snapshotOf } from './snapshot.mjs';
import { openMongodbRows } from './write-mongodb.mjs';
import { openSqliteRows } from './write-sqlite.mjs';

const [product, database, media, size, seed] = process.argv.slice(2);
const { projection } = await import(product);
const BATCH = 2_000;
const SAMPLE = 2_000;

const rows = database.startsWith('mongodb:')
  ? await openMongodbRows(database)
  : openSqliteRows(database.slice('file:'.length));
const files = createFiles(media);
const every = Math.max(1, Math.floor(Number(size) / SAMPLE));
const sample = [];
let [batch, seq] = [[], 0];
for await (const material of materials({ seed: Number(seed), size: Number(size) })) {
  const snapshot = snapshotOf(material, seq, [files.fileOf(seq, material)]);
  if (seq % every === 0) {
    sample.push({ identifier: snapshot.identifier, title: snapshot.title.vi, file: snapshot.files[0].id }); // prettier-ignore
  }
  seq += 1;
  batch.push({ id: randomUUID(), materialId: randomUUID(), seq, row: projection(snapshot) });
  if (batch.length === BATCH) {
    await rows.writeAll(batch);
    batch = [];
    if (seq % 20_000 === 0) process.stderr.write(`  ${seq} of ${size} publications\n`);
  }
}
if (batch.length > 0) await rows.writeAll(batch);
await rows.close(seq);
process.stdout.write(JSON.stringify(sample));
