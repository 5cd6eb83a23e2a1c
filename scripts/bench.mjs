import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main, Problem } = await import('./lib/problem.mjs');

/** By name: whether it runs the built server. What takes long and what others read comes first. */
const BENCHES = {
  items: { built: true },
  files: { built: true },
  visible: { built: true },
  scale: { built: true },
  load: { built: true },
  search: { built: false },
  memory: { built: true },
};

function wantedOf(names) {
  for (const name of names) {
    if (!Object.hasOwn(BENCHES, name)) {
      throw new Problem(`There is no bench "${name}", only: ${Object.keys(BENCHES).join(', ')}.`);
    }
  }
  return names.length > 0 ? names : Object.keys(BENCHES);
}

/** Whether the bench ran, and the lines of its targets. */
async function runOne(name, env) {
  const { runShown } = await import('./lib/run-shown.mjs');
  const { readTarget } = await import('../bench/lib/figures.mjs');
  const { code, text } = await runShown([`bench/${name}.mjs`], env);
  const targets = text.split('\n').map(readTarget).filter(Boolean);
  return { name, code, targets };
}

function table(results) {
  console.log('\nTargets');
  const all = results.flatMap(({ name, code, targets }) => [
    ...targets.map((one) => [name, one.name, one.figure, one.wanted, one.said]),
    ...(code === 0 ? [] : [[name, 'the bench itself', `ended with ${code}`, '', 'NOT reached']]),
  ]);
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => row[at].length)));
  for (const row of all) {
    console.log(`  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`);
  }
}

/** `npm run bench` measures all; with names only those: `npm run bench -- items scale`. */
await main(async () => {
  const wanted = wantedOf(process.argv.slice(2));
  const { ensureInstalled } = await import('./lib/install.mjs');
  const { ensureBuilt } = await import('./lib/build.mjs');
  await ensureInstalled();
  if (wanted.some((name) => BENCHES[name].built)) await ensureBuilt();
  // What one bench makes others find: a hundred thousand publications and the index of their texts.
  const shared = fs.mkdtempSync(path.join(os.tmpdir(), 'kho-bench-'));
  const env = {
    NODE_ENV: 'production',
    BENCH_SHARED_DIR: shared,
    BENCH_SEARCH_DIR: process.env.BENCH_SEARCH_DIR ?? path.join(process.env.BENCH_DIR ?? shared, 'search'), // prettier-ignore
  };
  const results = [];
  try {
    for (const name of wanted) results.push(await runOne(name, env));
  } finally {
    fs.rmSync(shared, { recursive: true, force: true });
  }
  table(results);
  return results.some(({ code }) => code !== 0) ? 1 : 0;
});
