import { defineConfig } from 'vitest/config';

/** Kills, outages and corruption; each test starts processes of its own, so one at a time. */
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    globalSetup: 'test/helpers/mongodb-watch.ts',
    fileParallelism: false,
    include: ['test/faults/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
