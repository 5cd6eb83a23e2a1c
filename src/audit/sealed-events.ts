import type { Payload, TypedUser } from 'payload';
import type { ChainedEvent } from './chain';

const PAGE = 500;

/** Every event of the chain in its order, from its first; a page at a time. */
export async function* sealedEvents(
  payload: Payload,
  /** Who asks, where it is a person. */
  user?: TypedUser | null,
): AsyncGenerator<ChainedEvent> {
  for (let last = 0; ;) {
    const page = await payload.find({
      collection: 'audit-events',
      where: { seq: { greater_than: last } },
      sort: 'seq',
      limit: PAGE,
      depth: 0,
      ...(user === undefined ? {} : { overrideAccess: false, user }),
    });
    const events = page.docs as unknown as ChainedEvent[];
    yield* events;
    const end = events.at(-1);
    if (!end || events.length < PAGE) return;
    last = end.seq;
  }
}
