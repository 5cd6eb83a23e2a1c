import type { Payload, PayloadRequest } from 'payload';
import type { PersonView } from '../view-models';

/** Names of people by id: all that a colleague may know of another. */
export async function namesOf(
  { payload, req }: { payload: Payload; req?: PayloadRequest },
  ids: (string | null | undefined)[],
): Promise<Map<string, PersonView>> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const found = await payload.find({
    collection: 'users',
    where: { id: { in: wanted } },
    select: { name: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
    req,
  });
  return new Map(
    found.docs.map((user) => [String(user.id), { id: String(user.id), name: user.name }]),
  );
}
