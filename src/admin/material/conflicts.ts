import type { WorkbenchView } from '../../review/view-models';
import { storedValues, type Edits } from './edits';
import { same } from './locale-patch';

/** A field that two people changed: the person here, and whoever saved in between. */
export interface Clash {
  key: string;
  field: string;
  mine: unknown;
  theirs: unknown;
}

/** Fields edited here whose stored value is no longer the one the edit began from. */
export function clashes(edits: Edits, view: WorkbenchView): Clash[] {
  return Object.entries(edits).flatMap(([key, record]) => {
    const stored = storedValues(view, key);
    return Object.entries(record).flatMap(([field, { value, base }]) => {
      const theirs = stored[field] ?? null;
      if (same(theirs, base) || same(theirs, value)) return [];
      return [{ key, field, mine: value, theirs }];
    });
  });
}

/** `mine` keeps the edit, now on top of the stored value; `theirs` lets it go. */
export function resolve(
  edits: Edits,
  list: Clash[],
  choose: (clash: Clash) => 'mine' | 'theirs',
): Edits {
  const next: Edits = Object.fromEntries(
    Object.entries(edits).map(([key, record]) => [key, { ...record }]),
  );
  for (const clash of list) {
    const record = next[clash.key];
    if (!record) continue;
    if (choose(clash) === 'mine') record[clash.field] = { value: clash.mine, base: clash.theirs };
    else delete record[clash.field];
    if (Object.keys(record).length === 0) delete next[clash.key];
  }
  return next;
}
