import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { switchable } from './test/leaks/rules/guards';

/** The leak matrix against each access rule in turn deleted: `npm run leaks:rules`. */
export default defineConfig({
  resolve: {
    alias: {
      '@payload-config': fileURLToPath(new URL('./src/payload.config.ts', import.meta.url)),
    },
  },
  plugins: [
    {
      name: 'guards-with-switches',
      enforce: 'pre',
      transform: (source, id) => switchable(id, source),
    },
  ],
  test: {
    environment: 'node',
    pool: 'forks',
    include: ['test/leaks/rules/rules.run.ts'],
    globalSetup: 'test/helpers/global-setup.ts',
    testTimeout: 900_000,
    hookTimeout: 300_000,
  },
});
