import type { SweepMark } from './store';

/** Its name in the key-value store, which the worker writes: `platform/sweep/last-sweep`. */
export { SWEEP_KEY } from '../../platform/sweep/sweep-key';

/** SQLite has JSON as text, MongoDB as an object. */
export function toSweepMark(data: unknown): SweepMark | undefined {
  const mark = (typeof data === 'string' ? JSON.parse(data) : data) as SweepMark | null | undefined;
  return typeof mark?.endedAt === 'string' ? mark : undefined;
}
