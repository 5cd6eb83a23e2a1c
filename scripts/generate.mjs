import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main } = await import('./lib/problem.mjs');

/**
 * `npm run generate`: writes the files that are made from the configuration, the schemas and the rules;
 * `-- rights`: only those of the rights rules; `-- examples`: asks the demo set for the examples of the
 * OpenAPI document first (a minute; every identifier in them is then another).
 */
await main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  await ensureInstalled();
  const { generate, generateRights, recordExamples } = await import('./lib/generated.mjs');
  const [, , only] = process.argv;
  if (only === 'examples') await recordExamples();
  await (only === 'rights' ? generateRights() : generate());
});
