import type { Filter } from 'mongodb';
import {
  toPublication,
  visibleTo,
  type Collections,
  type PublicationDocument,
} from './mongodb-rows';
import type { Seen } from './seen';
import type { Once } from './generation';
import { ofOneMoment } from './one-moment';
import type { ListPage, ListPosition, ListQuery, ListSort } from './store';

type SortField = 'modifiedAt' | 'publishedAt' | 'title';

interface Order {
  field: SortField;
  direction: 1 | -1;
}

const ORDER: Record<ListSort, Order> = {
  '-modifiedAt': { field: 'modifiedAt', direction: -1 },
  modifiedAt: { field: 'modifiedAt', direction: 1 },
  '-publishedAt': { field: 'publishedAt', direction: -1 },
  publishedAt: { field: 'publishedAt', direction: 1 },
  title: { field: 'title', direction: 1 },
};

function matching({ keys, updatedSince }: ListQuery, seen: Seen): Filter<PublicationDocument> {
  const all: Filter<PublicationDocument>[] = keys.map((any) => ({ keys: { $in: any } }));
  if (updatedSince !== undefined) all.push({ modifiedAt: { $gte: new Date(updatedSince) } });
  const live: Filter<PublicationDocument> = { status: 'live', ...visibleTo(seen) };
  return all.length > 0 ? { ...live, $and: all } : live;
}

/**
 * What lies beyond the last item of the page before. The bound stands also by itself: the alternatives
 * alone would have the sort's index walked from its beginning, page after page.
 */
function beyond(
  { value, identifier }: ListPosition,
  { field, direction }: Order,
): Filter<PublicationDocument> {
  const further = direction === 1 ? '$gt' : '$lt';
  const at = field === 'title' ? value : new Date(value);
  return {
    [field]: { [`${further}e`]: at },
    $or: [{ [field]: { [further]: at } }, { [field]: at, identifier: { [further]: identifier } }],
  } as Filter<PublicationDocument>;
}

/**
 * Up to the value where the page ends. No index has the identifier behind the value, and by both all
 * that match would be sorted: so the end is found in the order of the value's index, and only what
 * lies before it, with those of the same value, is sorted.
 */
async function withinPage(
  publications: Collections['publications'],
  filter: Filter<PublicationDocument>,
  { field, direction, limit }: Order & { limit: number },
): Promise<Filter<PublicationDocument>> {
  const [last] = await publications
    .find(filter)
    .sort({ [field]: direction })
    .skip(limit)
    .limit(1)
    .project<PublicationDocument>({ [field]: 1 })
    .toArray();
  if (!last) return filter;
  const end = { [field]: { [direction === 1 ? '$lte' : '$gte']: last[field] } };
  return { $and: [filter, end as Filter<PublicationDocument>] };
}

interface ListInput {
  collections: Pick<Collections, 'publications' | 'changes'>;
  seen: Seen;
  query: ListQuery;
  /** Remembers until a change is noticed. */
  once: Once;
}

/** A page by keyset: what is inserted or withdrawn between pages neither repeats nor hides others. */
export async function listPublications(input: ListInput): Promise<ListPage> {
  const newest = { sort: { seq: -1 }, projection: { _id: 0, seq: 1 } } as const;
  const lastChange = async () => (await input.collections.changes.findOne({}, newest))?.seq ?? 0;
  return await ofOneMoment(lastChange, (change) => readPage(input, change));
}

async function readPage(input: ListInput, change: number): Promise<ListPage> {
  const { seen, query, once } = input;
  const { publications } = input.collections;
  const { keys, updatedSince, sort, limit, after } = query;
  const order = ORDER[sort];
  const { field, direction } = order;
  const filter = matching(query, seen);
  const total = await once(
    `total:${JSON.stringify([change, seen.licences, keys, updatedSince])}`,
    () => publications.countDocuments(filter),
  );
  const further = after ? { $and: [filter, beyond(after, order)] } : filter;
  const found = await publications
    .find(await withinPage(publications, further, { ...order, limit }))
    .sort({ [field]: direction, identifier: direction })
    .limit(limit + 1)
    .toArray();
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toPublication),
    total,
    next:
      found.length > limit && last
        ? {
            value: field === 'title' ? last.title : last[field].toISOString(),
            identifier: last.identifier,
          }
        : undefined,
  };
}
