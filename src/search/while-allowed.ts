import type { SearchDocument } from './port';

/** Whether this process may still decide what the index is; asked before every step that does. */
export type GoOn = () => boolean;

/** Another worker may write the index by now: what was made of older documents must not replace it. */
export class IndexWorkStopped extends Error {
  constructor() {
    super('The work on the whole search index was stopped; the index in use is as it was');
    this.name = 'IndexWorkStopped';
  }
}

export function requireGoOn(goOn: GoOn): void {
  if (!goOn()) throw new IndexWorkStopped();
}

/** Ends soon after it may not go on, however many documents there are. */
export async function* whileAllowed(
  documents: AsyncIterable<SearchDocument>,
  goOn: GoOn,
): AsyncGenerator<SearchDocument> {
  for await (const document of documents) {
    requireGoOn(goOn);
    yield document;
  }
}
