/**
 * Search over generated materials: `npm run bench -- search`. BENCH_SIZE materials (100,000),
 * BENCH_ROUNDS warm rounds (5), BENCH_SEARCH_DIR keeps the index from run to run.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundled } from './lib/bundle.mjs';
import { digits, quantile, target } from './lib/figures.mjs';
import { roundOf } from './search/mix.mjs';

const SIZE = Number(process.env.BENCH_SIZE ?? 100_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SEED = Number(process.env.BENCH_SEED ?? 1);
const CLIENTS = 4;
const kept = process.env.BENCH_SEARCH_DIR;
const run = promisify(execFile);
const here = path.dirname(fileURLToPath(import.meta.url));
const resident = () => process.memoryUsage.rss() / 2 ** 20;

async function indexIn(folder, product) {
  const note = path.join(folder, `built-${SIZE}-${SEED}.json`);
  if (existsSync(note)) return { ...JSON.parse(readFileSync(note, 'utf8')), kept: true };
  const builder = path.join(here, 'search/build-index.mjs');
  const child = run(process.execPath, [builder, product.href, folder, String(SIZE), String(SEED)]);
  child.child.stderr.pipe(process.stderr);
  const { stdout } = await child;
  writeFileSync(note, stdout);
  return JSON.parse(stdout);
}

/** Milliseconds of every query of a round, asked one after the other by so many clients. */
async function ask(reader, queries, clients = 1) {
  const times = [];
  const waiting = [...queries];
  const client = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const begun = performance.now();
      const found = await (next.suggest ? reader.suggest(next.query) : reader.search(next.query));
      times.push({ kind: next.kind, q: next.query.q, ms: performance.now() - begun, found });
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

const ms = (times) => times.map((one) => one.ms);

/** Name, number, p50, p95, longest. */
function line(name, values) {
  const figures = [quantile(values, 0.5), quantile(values, 0.95), quantile(values, 1)];
  return `  ${name.padEnd(28)}${String(values.length).padStart(6)}${figures.map((value) => digits(value).padStart(8)).join('')}`;
}
const round = (number) => roundOf({ seed: SEED, size: SIZE, number });

function report(name, times) {
  console.log(`${name.padEnd(30)}${'n'.padStart(6)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'max'.padStart(8)}`); // prettier-ignore
  console.log(line('all', ms(times)));
  for (const kind of [...new Set(times.map((one) => one.kind))].sort()) {
    console.log(line(kind, ms(times.filter((one) => one.kind === kind))));
  }
}

async function measure(folder, urls) {
  const { createEmbeddedReader } = await import(urls['search-product'].href);
  const before = resident();
  const problems = [];
  const opened = performance.now();
  const reader = createEmbeddedReader({ timeLimitMs: 30_000,  folder, threadFile: urls['search-thread'], onProblem: (error) => problems.push(error) }); // prettier-ignore
  const { documents } = await reader.health();
  if (documents !== SIZE) throw new Error(`the index has ${documents} documents, not ${SIZE}`);
  console.log(`open: ${((performance.now() - opened) / 1000).toFixed(1)} s, ${(resident() - before).toFixed(0)} MB resident`); // prettier-ignore

  const cold = await ask(reader, round(0));
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const warm = [];
  for (let n = 1; n <= ROUNDS; n += 1) warm.push(...(await ask(reader, round(n))));
  const cached = await ask(reader, round(ROUNDS));
  const together = [];
  for (let n = ROUNDS + 1; n <= 2 * ROUNDS; n += 1) {
    together.push(...(await ask(reader, round(n), CLIENTS)));
  }
  loop.disable();
  report('cold: first after opening', cold);
  report(`warm: ${ROUNDS} rounds of new words`, warm);
  report('cached: the last round again', cached);
  report(`${CLIENTS} clients at once, new words`, together);
  const spread = Array.from({ length: ROUNDS }, (_, n) => {
    const all = ms(warm.slice((n * warm.length) / ROUNDS, ((n + 1) * warm.length) / ROUNDS));
    return [quantile(all, 0.5), quantile(all, 0.95)];
  });
  console.log(`p50 / p95 by warm round: ${spread.map((pair) => pair.map((value) => value.toFixed(0)).join(' / ')).join(', ')}`); // prettier-ignore
  console.log(`nothing found by ${cold.concat(warm).filter(({ found }) => found.total === 0).length} of ${cold.length + warm.length}; slowest:`); // prettier-ignore
  for (const { kind, q, ms: took, found } of [...warm].sort((a, b) => b.ms - a.ms).slice(0, 8)) {
    console.log(`  ${took.toFixed(0).padStart(5)} ms  ${kind}: ${q.slice(0, 70)} (${found.total})`);
  }
  console.log(`resident with the index in use: ${resident().toFixed(0)} MB, ${(resident() - before).toFixed(0)} of them for search`); // prettier-ignore
  console.log('Targets');
  const most = (name, value, atMost) => target(name, { value, unit: 'ms', atMost });
  most('p50, warm', quantile(ms(warm), 0.5), 15);
  most('p95, warm', quantile(ms(warm), 0.95), 60);
  most(`p95 with ${CLIENTS} clients at once`, quantile(ms(together), 0.95), 150);
  most('event loop of the caller held up, p99', loop.percentile(99) / 1e6, 5);
  await reader.close();
  if (problems.length > 0) throw problems[0];
}

const folder = kept ?? mkdtempSync(path.join(os.tmpdir(), 'kho-bench-search-'));
try {
  mkdirSync(folder, { recursive: true });
  const urls = await bundled({
    'search-product': 'bench/search/product.ts',
    'search-thread': 'src/search/embedded/thread.ts',
  });
  console.log(`Search: ${SIZE} materials, seed ${SEED}, ${os.cpus().length} × ${os.cpus()[0]?.model}, Node ${process.version}`); // prettier-ignore
  const built = await indexIn(folder, urls['search-product']);
  console.log(`${built.kept ? 'index kept from before, built in' : 'built in'} ${built.seconds.toFixed(0)} s (${(built.documents / built.seconds).toFixed(0)} a second), ${(built.bytes / 2 ** 20).toFixed(0)} MB, ${built.resident.toFixed(0)} MB resident at most`); // prettier-ignore
  await measure(folder, urls);
} finally {
  if (!kept) rmSync(folder, { recursive: true, force: true });
}
