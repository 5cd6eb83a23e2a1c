import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main } = await import('./lib/problem.mjs');

/** `npm run generate`: writes the files that are made from the configuration and the schemas. */
await main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  await ensureInstalled();
  const { generate } = await import('./lib/generated.mjs');
  await generate();
});
