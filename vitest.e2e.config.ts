import { defineConfig } from 'vitest/config';

/** A real browser through the staff screens; one file after the other, on the built server. */
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    globalSetup: 'test/helpers/mongodb-watch.ts',
    fileParallelism: false,
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
