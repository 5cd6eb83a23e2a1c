import type { Action } from '../../review/states';
import type { QueueView } from '../../review/view-models';
import type { Reading } from './reading';

type Row = QueueView['rows'][number];

/** Notes that ask for a look at the material itself before it is approved. */
const FLAGS: readonly string[] = [
  'ai',
  'ai_generated',
  'components',
  'portraits',
  'returned',
  'duplicate',
  'question',
];

export function isFlagged({ notes }: Row): boolean {
  return notes.some(({ code }) => FLAGS.includes(code));
}

/** A line in doubt stops the approval of one; so it does among many. */
export function isStopped(action: Action, reading: Reading | null): boolean {
  return action === 'approve' && (reading?.open ?? 0) > 0;
}

/** Ticked from the start: of approvals only what carries no flag, was opened and is free of doubt. */
export function tickedAtFirst(action: Action, row: Row, reading: Reading | null): boolean {
  if (action !== 'approve') return true;
  return reading !== null && !isFlagged(row) && !isStopped(action, reading);
}
