'use client';
import type { ConditionView } from '../../review/view-models';
import { tabOfField } from './tabs';
import { useWorkbench } from './workbench';

/** A line of the rail: where it leads, and what it says. */
export type MendLine = Pick<ConditionView, 'field' | 'tab' | 'code' | 'message'>;

/** All that stands in the way: what could not be read in a field, then what the rules miss. */
export function useToMend(): { unread: MendLine[]; lines: MendLine[] } {
  const { view, unread: words } = useWorkbench();
  const unread = Object.entries(words).map(([field, { label, message }]) => ({
    field,
    tab: tabOfField(field),
    code: 'unread',
    message: `${label}: ${message}`,
  }));
  return { unread, lines: [...unread, ...view.missing] };
}
