import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main } = await import('./lib/problem.mjs');

/** `npm run generate`: writes the files that are made from the configuration, the schemas and the rules; `-- rights`: only those of the rights rules. */
await main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  await ensureInstalled();
  const { generate, generateRights } = await import('./lib/generated.mjs');
  await (process.argv[2] === 'rights' ? generateRights() : generate());
});
