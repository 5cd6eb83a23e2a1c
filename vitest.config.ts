import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Two projects: rules are pure and need nothing; features get a migrated template database from the
 * global set-up. Browser tests and faults have configurations of their own.
 */
const patience = process.env.TEST_DATABASE_URL ? 10 : 1;

export default defineConfig({
  resolve: {
    alias: {
      '@payload-config': fileURLToPath(new URL('./src/payload.config.ts', import.meta.url)),
    },
  },
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // A database server for tests answers more slowly than a file: what ends is what counts there.
    testTimeout: patience * 30_000,
    hookTimeout: patience * 120_000,
    projects: [
      { extends: true, test: { name: 'rules', include: ['src/**/*.spec.ts'] } },
      {
        extends: true,
        test: {
          name: 'features',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/faults/**'],
          globalSetup: 'test/helpers/global-setup.ts',
        },
      },
    ],
  },
});
