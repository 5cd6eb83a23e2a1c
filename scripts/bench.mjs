import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main, Problem } = await import('./lib/problem.mjs');

/** By name: the program, and whether it runs the built server. */
const BENCHES = {
  requests: { file: 'bench/run.mjs', built: true },
  search: { file: 'bench/search.mjs', built: false },
};

/** `npm run bench`; with names only those: `npm run bench -- search`. */
await main(async () => {
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BENCHES);
  for (const name of wanted) {
    if (!Object.hasOwn(BENCHES, name)) {
      throw new Problem(`There is no bench "${name}", only: ${Object.keys(BENCHES).join(', ')}.`);
    }
  }
  const { ensureInstalled } = await import('./lib/install.mjs');
  const { ensureBuilt } = await import('./lib/build.mjs');
  await ensureInstalled();
  process.env.NODE_ENV ??= 'production';
  for (const name of wanted) {
    const { file, built } = BENCHES[name];
    if (built) await ensureBuilt();
    process.argv = [process.argv[0], file];
    await import(`../${file}`);
  }
});
