import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main } = await import('./lib/problem.mjs');

/** `npm run build`; with `--server` only what esbuild makes. */
await main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  const { ensureBuilt } = await import('./lib/build.mjs');
  await ensureInstalled();
  await ensureBuilt({ admin: !process.argv.includes('--server') });
  console.log('The build is up to date.');
});
