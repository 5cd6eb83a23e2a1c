import type { ChangeType } from './store';

/**
 * What a change is to a reader, by whether they may see its revision and the one before (undefined:
 * there was none that counts). What they may see no more is withdrawn to them, what they may see for
 * the first time is published; what they may see neither of is no change at all.
 */
export function changeFor(
  type: ChangeType,
  now: boolean,
  before: boolean | undefined,
): ChangeType | undefined {
  if (now) return before === false ? 'published' : type;
  return before === true ? 'withdrawn' : undefined;
}
