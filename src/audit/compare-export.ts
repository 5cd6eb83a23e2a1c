import type { Payload } from 'payload';
import type { DailyHead, ExportReport } from './export-format';
import { lostHead } from './verify';

export type ExportDifference =
  /** The file has no event: whatever it is held against, it would hold. */
  | { kind: 'nothing_to_compare' }
  /** Without a day: the end of the file itself. */
  | { kind: 'lost'; seq: number; day?: string }
  | { kind: 'count'; found: number };

/** What the database no longer has of an exported file that holds by itself: its days, its end, its count. */
export async function compareExport(
  payload: Payload,
  { events, head, heads }: ExportReport,
): Promise<ExportDifference | undefined> {
  if (events === 0) return { kind: 'nothing_to_compare' };
  const all: (Pick<DailyHead, 'seq' | 'hash'> & { day?: string })[] = [...heads, head];
  const lost = await lostHead(payload, all);
  if (lost) return { kind: 'lost', seq: lost.seq, ...(lost.day ? { day: lost.day } : {}) };
  const { totalDocs: found } = await payload.count({
    collection: 'audit-events',
    where: { and: [{ seq: { greater_than: 0 } }, { seq: { less_than_equal: head.seq } }] },
  });
  return found === events ? undefined : { kind: 'count', found };
}
