import { requireNode } from './lib/node-version.mjs';

requireNode();
const { main } = await import('./lib/problem.mjs');

const COUNT = '20000';

/**
 * `npm run fuzz [-- count]`: hostile requests to the public side, so many more than in `npm test` and
 * other ones each time. What it finds comes again with the seed that it prints (FUZZ_SEED).
 */
await main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  await ensureInstalled();
  const { runVitest } = await import('./lib/vitest.mjs');
  const seed = process.env.FUZZ_SEED ?? String(Date.now() % 2 ** 31);
  const { passed, failed } = await runVitest({
    config: 'vitest.config.ts',
    args: ['--project', 'features', 'test/delivery/fuzz.test.ts'],
    env: { FUZZ_SEED: seed, FUZZ_COUNT: process.argv[2] ?? COUNT },
  });
  console.log(`FUZZ_SEED=${seed}: ${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
