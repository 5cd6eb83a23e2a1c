import type { ChangeType } from './store';

/**
 * What a change is to the world, by who may see its revision and the one before: an open publication
 * that becomes reserved for named portals is withdrawn, the reverse is published.
 */
export function publicType(type: ChangeType, seenBy: unknown, before: unknown): ChangeType {
  if (seenBy !== 'open') return 'withdrawn';
  return before === 'named_portals' ? 'published' : type;
}
