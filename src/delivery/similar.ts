import type { Publication } from '../publishing/read/store';
import type { Snapshot } from '../publishing/read/snapshot';
import type { DeliveryContext } from './context';

/** Candidates that are compared; the newest of the same subjects. */
const CANDIDATES = 100;

/** Live publications that share subjects, then most of audience, level, kind and keywords. */
export async function similarTo(input: {
  context: Pick<DeliveryContext, 'search' | 'store'>;
  publication: Publication;
  limit: number;
}): Promise<Publication[]> {
  const { context, publication, limit } = input;
  const { snapshot } = publication;
  const subject = snapshot.subjects.map(({ code }) => code);
  const type = snapshot.type ? [snapshot.type.code] : [];
  const { hits } = await context.search.search({
    q: '',
    filters: subject.length > 0 ? { subject } : { type },
    facets: [],
    sort: 'newest',
    limit: CANDIDATES,
  });
  const others = hits.map((hit) => hit.identifier).filter((id) => id !== publication.identifier);
  const live = await context.store.publications(others);
  return others
    .flatMap((id) => live.get(id) ?? [])
    .map((other, at) => ({ other, at, score: nearness(snapshot, other.snapshot) }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, limit)
    .map(({ other }) => other);
}

function nearness(a: Snapshot, b: Snapshot): number {
  const shared = (left: string[], right: string[]) => left.filter((x) => right.includes(x)).length;
  const codes = (list: { code: string }[]) => list.map(({ code }) => code);
  return (
    3 * shared(codes(a.subjects), codes(b.subjects)) +
    2 * shared(a.keywords.vi, b.keywords.vi) +
    shared(codes(a.levels), codes(b.levels)) +
    shared(codes(a.audiences), codes(b.audiences)) +
    shared(codes(a.features), codes(b.features)) +
    (a.type?.code === b.type?.code ? 1 : 0)
  );
}
