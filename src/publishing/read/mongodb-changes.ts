import type { ChangeDocument, Collections } from './mongodb-rows';
import { publicType } from './public-change';
import type { Change } from './store';

interface Seen {
  seenBy: string;
  before: string | undefined;
}

/** Who might see the revision of each change, and for an update the one before it. */
async function seenBy(
  { revisions, publications }: Collections,
  batch: ChangeDocument[],
): Promise<Seen[]> {
  const identifiers = [...new Set(batch.map(({ identifier }) => identifier))];
  const known = await revisions
    .find({ identifier: { $in: identifiers } })
    .project<{ identifier: string; revision: number; snapshot: { access: string } }>({
      identifier: 1,
      revision: 1,
      'snapshot.access': 1,
    })
    .sort({ revision: -1 })
    .toArray();
  const heads = await publications
    .find({ identifier: { $in: identifiers } })
    .project<{ identifier: string; access: string }>({ identifier: 1, access: 1 })
    .toArray();
  return batch.map(({ identifier, revision, type }) => {
    const own = known.filter((row) => row.identifier === identifier);
    const head = heads.find((row) => row.identifier === identifier);
    return {
      seenBy:
        own.find((row) => row.revision === revision)?.snapshot.access ??
        head?.access ??
        'named_portals',
      before:
        type === 'updated'
          ? own.find((row) => row.revision < revision)?.snapshot.access
          : undefined,
    };
  });
}

/** The feed, as far as it is public: changes of what was reserved for named portals are left out. */
export async function readChanges(input: {
  collections: Collections;
  after: number;
  limit: number;
}): Promise<{ changes: Change[]; more: boolean }> {
  const { collections, limit } = input;
  const found: Change[] = [];
  for (let { after } = input; found.length <= limit;) {
    const batch = await collections.changes
      .find({ seq: { $gt: after } })
      .sort({ seq: 1 })
      .limit(limit + 1)
      .toArray();
    const seen = await seenBy(collections, batch);
    for (const [index, row] of batch.entries()) {
      const { seenBy: now, before } = seen[index] ?? { seenBy: 'named_portals', before: undefined };
      if (now !== 'open' && before !== 'open') continue;
      const { seq, identifier, revision, at } = row;
      const type = publicType(row.type, now, before);
      found.push({ seq, type, identifier, revision, at: at.toISOString() });
    }
    const last = batch.at(-1);
    if (!last || batch.length <= limit) break;
    after = last.seq;
  }
  return { changes: found.slice(0, limit), more: found.length > limit };
}
