import { openTestSearch } from '../search/open-search';
import { describeSearchContract } from './search.contract';

/** On the Meilisearch of TEST_SEARCH_URL when there is one; `npm test` says which it was. */
describeSearchContract(
  process.env.TEST_SEARCH_URL ? 'Meilisearch' : 'the embedded engine',
  async () => ({
    ...(await openTestSearch()),
    settle: () => Promise.resolve(), // both engines answer a write when it can be found
  }),
);
