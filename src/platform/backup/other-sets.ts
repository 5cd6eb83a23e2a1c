import type { Manifest } from './manifest';

/**
 * What keeps a backup from being restored into these sets of records: one of ours that it does not
 * hold, or one with records that we do not know. Undefined when they fit. Asked before anything is
 * emptied: MongoDB has no migrations that would tell one version of the program from another.
 */
export function otherSets(records: Manifest['records'], own: string[]): string | undefined {
  const lacking = own.find((name) => records[name] === undefined);
  if (lacking !== undefined) return `it does not hold ${lacking}`;
  const [unknown] = Object.entries(records).find(
    ([name, { records: count }]) => count > 0 && !own.includes(name),
  ) ?? [undefined];
  return unknown === undefined
    ? undefined
    : `it holds ${unknown}, which this version does not know`;
}
