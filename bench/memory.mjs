/**
 * `npm run bench -- memory`: the memory of a delivery process over ten minutes of load, by minute, while
 * something is published every few seconds. BENCH_MINUTES (10), BENCH_RATE
 * requests a second (500), BENCH_SIZE (100,000).
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { target } from './lib/figures.mjs';
import { generatedSite } from './lib/generated-site.mjs';
import { soManyASecond } from './lib/load.mjs';
import { readersOf } from './lib/mix.mjs';
import { bench, resident } from './lib/processes.mjs';
import { roundOf } from './search/mix.mjs';

const MINUTES = Number(process.env.BENCH_MINUTES ?? 10);
const SIZE = Number(process.env.BENCH_SIZE ?? 100_000);
const SEED = Number(process.env.BENCH_SEED ?? 1);
const PER_SECOND = Number(process.env.BENCH_RATE ?? 500);
const SAMPLE_MS = 2_000;
const CHANGE_MS = 5_000;
const WARM_UP = Math.min(3, MINUTES / 3);

/** The index of the search bench, where it is kept, is of the very same materials. */
function searchIndex() {
  const folder = process.env.BENCH_SEARCH_DIR;
  return folder && existsSync(path.join(folder, `built-${SIZE}-${SEED}.json`)) ? folder : undefined;
}

function queries() {
  return roundOf({ seed: SEED, size: SIZE, number: 99 })
    .filter(({ suggest, query }) => !suggest && query.q.length > 0 && query.q.length < 60)
    .map(({ query }) => `/v1/search?q=${encodeURIComponent(query.q)}&facets=subject,level`);
}

/** Every few seconds a publication changes: lists are made anew, as on a working day. */
function keepChanging(file) {
  const database = new Database(file);
  database.exec('PRAGMA busy_timeout = 5000');
  const change = database.prepare(
    `UPDATE publications SET updated_at = ? WHERE id = (SELECT id FROM publications LIMIT 1)`,
  );
  const timer = setInterval(() => change.run(new Date().toISOString()), CHANGE_MS);
  return () => {
    clearInterval(timer);
    database.close();
  };
}

/** Megabytes a minute, by least squares. */
function slope(samples) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [at, mb] = [mean(samples.map((one) => one.minute)), mean(samples.map((one) => one.mb))];
  const above = samples.reduce((sum, one) => sum + (one.minute - at) * (one.mb - mb), 0);
  return above / samples.reduce((sum, one) => sum + (one.minute - at) ** 2, 0);
}

await bench(
  `Memory, ${SIZE} materials, ${MINUTES} minutes of ${PER_SECOND} requests a second`,
  async () => {
    const site = await generatedSite({ size: SIZE });
    const index = searchIndex();
    if (index) site.env.SEARCH_URL = `file:${index}`;
    console.log(
      index ? '  with searches, one in a hundred' : '  without searches: no index is kept',
    );
    const { base, port, child } = await site.run('delivery');
    const next = await readersOf({ base, sample: site.sample, queries: index ? queries() : [] });
    const begun = performance.now();
    const samples = [];
    const timer = setInterval(() => {
      samples.push({ minute: (performance.now() - begun) / 60_000, mb: resident(child) });
    }, SAMPLE_MS);
    const rest = keepChanging(path.join(site.env.DATA_DIR, 'kho.db'));
    for (let minute = 1; minute <= MINUTES; minute += 1) {
      await soManyASecond({ port, next, perSecond: PER_SECOND, seconds: 60 });
      console.log(
        `  minute ${String(minute).padStart(2)} ${samples.at(-1).mb.toFixed(1).padStart(8)} MB`,
      );
    }
    clearInterval(timer);
    rest();
    const warm = samples.filter(({ minute }) => minute > WARM_UP);
    const grown = slope(warm);
    target('memory, growth a minute after warm-up', { value: grown, unit: 'MB', atMost: 1 });
    const most = Math.max(...samples.map(({ mb }) => mb));
    target(`memory, delivery process, ${SIZE} materials`, { value: most, unit: 'MB', atMost: 200 });
  },
);
