import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main } = await import('./lib/problem.mjs');

await main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  const { ensureBuilt } = await import('./lib/build.mjs');
  await ensureInstalled();
  await ensureBuilt();
  process.env.NODE_ENV ??= 'production';
  process.argv = [process.argv[0], 'bench/run.mjs', ...process.argv.slice(2)];
  await import('../bench/run.mjs');
});
