import type { ChangeDocument, Collections, RevisionDocument } from './mongodb-rows';
import { changeFor } from './public-change';
import { sees, type Seen } from './seen';
import type { Change } from './store';

/** Whether a change's revision is theirs to see, and for an update the one before it. */
interface Shown {
  now: boolean;
  before: boolean | undefined;
}

async function shownOf(
  { revisions, publications }: Collections,
  seen: Seen,
  batch: ChangeDocument[],
): Promise<Shown[]> {
  const identifiers = [...new Set(batch.map(({ identifier }) => identifier))];
  const known = await revisions
    .find({ identifier: { $in: identifiers } })
    .project<RevisionDocument>({
      identifier: 1,
      revision: 1,
      'snapshot.access': 1,
      'snapshot.licence.code': 1,
    })
    .sort({ revision: -1 })
    .toArray();
  const heads = await publications
    .find({ identifier: { $in: identifiers } })
    .project<Omit<RevisionDocument, 'revision'>>({
      identifier: 1,
      'snapshot.access': 1,
      'snapshot.licence.code': 1,
    })
    .toArray();
  const theirs = (row: Pick<RevisionDocument, 'snapshot'> | undefined) =>
    sees(seen, row?.snapshot.access, row?.snapshot.licence.code);
  return batch.map(({ identifier, revision, type }) => {
    const own = known.filter((row) => row.identifier === identifier);
    const head = heads.find((row) => row.identifier === identifier);
    const earlier = own.find((row) => row.revision < revision);
    return {
      now: theirs(own.find((row) => row.revision === revision) ?? head),
      before: type === 'updated' && earlier ? theirs(earlier) : undefined,
    };
  });
}

/** The feed, as far as it is theirs to see: changes of what is reserved for others are left out. */
export async function readChanges(input: {
  collections: Collections;
  seen: Seen;
  after: number;
  limit: number;
}): Promise<{ changes: Change[]; more: boolean }> {
  const { collections, seen, limit } = input;
  const found: Change[] = [];
  for (let { after } = input; found.length <= limit;) {
    const batch = await collections.changes
      .find({ seq: { $gt: after } })
      .sort({ seq: 1 })
      .limit(limit + 1)
      .toArray();
    const shown = await shownOf(collections, seen, batch);
    for (const [index, row] of batch.entries()) {
      const { now = false, before } = shown[index] ?? {};
      const type = changeFor(row.type, now, before);
      if (!type) continue;
      const { seq, identifier, revision, at } = row;
      found.push({ seq, type, identifier, revision, at: at.toISOString() });
    }
    const last = batch.at(-1);
    if (!last || batch.length <= limit) break;
    after = last.seq;
  }
  return { changes: found.slice(0, limit), more: found.length > limit };
}
