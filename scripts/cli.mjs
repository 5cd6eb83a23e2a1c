import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main } = await import('./lib/problem.mjs');

await main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  const { ensureBuilt } = await import('./lib/build.mjs');
  const { runDist } = await import('./lib/dist-program.mjs');
  await ensureInstalled();
  await ensureBuilt({ admin: false });
  await runDist('cli', process.argv.slice(2));
});
