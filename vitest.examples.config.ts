import { defineConfig } from 'vitest/config';

/** The examples of the OpenAPI document against the demo set: `npm run check -- examples`. */
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    include: ['test/delivery/examples.run.ts'],
    globalSetup: 'test/helpers/global-setup.ts',
    hookTimeout: 600_000,
  },
});
