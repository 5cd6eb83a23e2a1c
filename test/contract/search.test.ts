import { vi } from 'vitest';
import { openTestSearch } from '../search/open-search';
import { describeSearchContract } from './search.contract';

// A service writes through a queue of tasks, on a machine that others use too.
if (process.env.TEST_SEARCH_URL) vi.setConfig({ testTimeout: 180_000, hookTimeout: 600_000 });

/** On the Meilisearch of TEST_SEARCH_URL when there is one; `npm test` says which it was. */
describeSearchContract(
  process.env.TEST_SEARCH_URL ? 'Meilisearch' : 'the embedded engine',
  async () => ({
    ...(await openTestSearch()),
    settle: () => Promise.resolve(), // both engines answer a write when it can be found
  }),
);
