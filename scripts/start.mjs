import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main } = await import('./lib/problem.mjs');

await main(async () => {
  const { requireData } = await import('./lib/preflight.mjs');
  const { ensureInstalled } = await import('./lib/install.mjs');
  requireData();
  await ensureInstalled();

  if (process.argv.includes('--dev')) {
    const { develop } = await import('./lib/develop.mjs');
    return develop();
  }
  const { ensureBuilt } = await import('./lib/build.mjs');
  const { runDist } = await import('./lib/dist-program.mjs');
  await ensureBuilt();
  await runDist('server', process.argv.slice(2));
});
