import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Two projects: rules are pure and need nothing; features get a migrated template database from the
 * global set-up. Browser tests and faults have configurations of their own.
 */
const patience = process.env.TEST_DATABASE_URL || process.env.TEST_SEARCH_URL ? 10 : 1;

/** What takes minutes begins first, so that it does not run alone at the end. */
const LONG = ['test/leaks/matrix.test.ts', 'test/platform/outbox-kill.test.ts'];
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files);
    const long = (file: TestSpecification) => LONG.some((name) => file.moduleId.endsWith(name));
    return [...rest.filter(long), ...rest.filter((file) => !long(file))];
  }
}

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
    sequence: { sequencer: LongFirst },
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
          globalSetup: ['test/helpers/mongodb-watch.ts', 'test/helpers/global-setup.ts'],
        },
      },
    ],
  },
});
