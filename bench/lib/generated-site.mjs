/** A site with so many generated publications; made once, then found again in the same folder. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { bundled } from './bundle.mjs';
import { output, stop } from './processes.mjs';
import { isKept, openSite, ownFolder, shared } from './site.mjs';

const SEED = Number(process.env.BENCH_SEED ?? 1);
const fill = fileURLToPath(new URL('../generated/fill.mjs', import.meta.url));
let folder;

/** As `DATABASE_URL`, when the benches shall also run on a MongoDB server: its name is replaced. */
export const MONGODB_URL = process.env.BENCH_MONGODB_URL ?? process.env.TEST_MONGODB_URL;

function settingsOf(database, size) {
  if (database === 'sqlite') return {};
  const url = new URL(MONGODB_URL);
  const place = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  url.pathname = `/kho_bench_${size}_${SEED}_${place}`;
  return {
    DATABASE_URL: url.href,
    PAYLOAD_SECRET: 'a-secret-for-benches-that-is-long-enough',
  };
}

async function dropMongodb({ DATABASE_URL: url }) {
  if (!url) return;
  const client = await MongoClient.connect(url);
  await client.db().dropDatabase();
  await client.close();
}

/** `sample`: identifiers and titles from all over it, the first being the one with the large file. */
export async function generatedSite({ size, database = 'sqlite' }) {
  folder ??= shared ?? ownFolder();
  const own = path.join(folder, `${database}-${size}-${SEED}`);
  const site = openSite(own, settingsOf(database, size));
  const note = path.join(own, 'sample.json');
  if (!existsSync(note)) {
    rmSync(own, { recursive: true, force: true });
    await dropMongodb(site.env);
    process.stderr.write(`Making ${size} publications on ${database} …\n`);
    await stop((await site.run('all')).child);
    const address = site.env.DATABASE_URL || `file:${path.join(site.env.DATA_DIR, 'kho.db')}`;
    const media = path.join(own, 'media');
    const { product } = await bundled({ product: 'bench/generated/product.ts' });
    const args = [fill, product.href, address, media, String(size), String(SEED)];
    writeFileSync(note, await output(args));
  }
  return {
    ...site,
    sample: JSON.parse(readFileSync(note, 'utf8')),
    /** A database on a server goes when its bench ends, unless its folder is kept. */
    async clear() {
      if (!isKept && site.env.DATABASE_URL) await dropMongodb(site.env);
    },
  };
}
