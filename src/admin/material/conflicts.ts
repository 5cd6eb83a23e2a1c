import type { WorkbenchView } from '../../review/view-models';
import { storedValues, without, withoutGone, withRecord, type Edits } from './edits';
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

/** Fields whose kept words are not what is stored: all that a person can take back or let go. */
export function differences(edits: Edits, view: WorkbenchView): Clash[] {
  return Object.entries(withoutGone(edits, view)).flatMap(([key, record]) => {
    const stored = storedValues(view, key);
    return Object.entries(record).flatMap(([field, { value }]) => {
      const theirs = stored[field] ?? null;
      return same(theirs, value) ? [] : [{ key, field, mine: value, theirs }];
    });
  });
}

/** `mine` keeps the edit, now on top of the stored value; `theirs` lets it go. */
export function resolve(
  edits: Edits,
  list: Clash[],
  choose: (clash: Clash) => 'mine' | 'theirs',
): Edits {
  return list.reduce((next, clash) => {
    const rest = without(next[clash.key] ?? {}, clash.field);
    const kept = { value: clash.mine, base: clash.theirs };
    return withRecord(
      next,
      clash.key,
      choose(clash) === 'mine' ? { ...rest, [clash.field]: kept } : rest,
    );
  }, edits);
}
