import type { WorkbenchView } from '../../review/view-models';
import { MATERIAL, storedValues, type Edits } from './edits';
import { same } from './locale-patch';

type Row = { id?: string };

/**
 * An upload adds a row to `items` on the server while captions of other rows may be half typed here:
 * rows that are only new join the edit instead of clashing with it.
 */
export function rebaseItems(edits: Edits, view: WorkbenchView): Edits {
  const edit = edits[MATERIAL]?.items;
  if (!edit) return edits;
  const stored = (storedValues(view, MATERIAL).items ?? []) as Row[];
  const base = (edit.base ?? []) as Row[];
  const known = new Set(base.map((row) => row.id));
  const added = stored.filter((row) => !known.has(row.id));
  const untouched = stored.filter((row) => known.has(row.id));
  if (added.length === 0 || !same(untouched, base)) return edits;
  const items = { value: [...(edit.value as Row[]), ...added], base: stored };
  return { ...edits, [MATERIAL]: { ...edits[MATERIAL], items } };
}
