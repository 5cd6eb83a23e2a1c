import type { Collection } from 'mongodb';
import type { Traces } from './generation';
import type { Collections, PublicationDocument } from './mongodb-rows';

/** The newest row by a field that has an index: one key read. */
async function newest(collection: Collection<never>, field: string): Promise<unknown> {
  const row = await (collection as unknown as Collection).findOne(
    {},
    { sort: { [field]: -1 }, projection: { _id: 0, [field]: 1 } },
  );
  return row?.[field];
}

async function lastOf(
  publications: Collection<PublicationDocument>,
  status: 'live' | 'withdrawn',
): Promise<Date | undefined> {
  const row = await publications.findOne(
    { status, access: 'open' },
    { sort: { modifiedAt: -1 }, projection: { modifiedAt: 1 } },
  );
  return row?.modifiedAt;
}

/** Everything delivery shows leaves a trace in one of these. */
export function mongodbTraces(collections: Collections): () => Promise<Traces> {
  const { publications, changes, terms, licences, departments, portals } = collections;
  return async () => {
    const [live, gone, ...traces] = await Promise.all([
      lastOf(publications, 'live'),
      lastOf(publications, 'withdrawn'),
      newest(changes as never, 'seq'),
      newest(publications as never, 'updatedAt'),
      newest(terms as never, 'updatedAt'),
      newest(licences as never, 'updatedAt'),
      newest(departments as never, 'updatedAt'),
      newest(portals as never, 'updatedAt'),
    ]);
    const moments = [live, gone].filter((moment) => moment !== undefined).map(Number);
    return {
      text: JSON.stringify([live, gone, ...traces]),
      modified: moments.length > 0 ? new Date(Math.max(...moments)) : undefined,
    };
  };
}
