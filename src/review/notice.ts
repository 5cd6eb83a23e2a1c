import type { PayloadRequest } from 'payload';
import { now } from '../platform/clock';
import type { ErrorCode, FieldProblem } from '../platform/errors';
import { enqueue } from '../platform/outbox/enqueue';
import { isUrgent, type NoticeKind } from './notice-kinds';
import type { ClockCode } from './takedown-clocks';
import type { ReturnCause } from './why-returned';

export interface Merger {
  from: string;
  into: string;
  people: number;
  materials: number;
}

/** What a notice says besides its kind and its material: ids, dates and codes, no words. */
export interface NoticeData {
  /** The decision it tells of; absent when no person took one. */
  reviewId?: string;
  /** `scheduled`, `schedule_cancelled`: the moment that was agreed, and what stood in the way. */
  at?: string;
  refused?: { code: ErrorCode; errors: FieldProblem[] };
  /** The day that is near or has passed, `YYYY-MM-DD`, and how many days are left or over. */
  date?: string;
  days?: number;
  /** `expiring`, `expired`: whose term it is; the name of a component, absent for the whole. */
  part?: string;
  /** `claim_returned`: why it went back to the queue. */
  cause?: ReturnCause;
  /** `takedown_near`, `takedown_late`: which of its clocks; its end is `at`. */
  clock?: ClockCode;
  /** `takedown_upheld`: the notice of infringement. */
  infringementId?: string;
  /** `department_merged`: ids of the two, and how many people and materials go along. */
  merger?: Merger;
}

export interface NoticeOrder {
  kind: NoticeKind;
  /** What it is about: one of the two, or neither where `data` says it (`merger`). */
  materialId?: string;
  takedownId?: string;
  /** Ids of those who are to be told; who stands there twice is told once. */
  to: (string | null | undefined)[];
  /** Who did it: nobody is told of their own decision. */
  by?: string | null;
  data?: NoticeData;
}

/**
 * Tells people of something, in the transaction in which it happened: into the list behind their
 * bell, and to the worker, which looks again at what they may see before it writes to them.
 */
export async function orderNotices(req: PayloadRequest, order: NoticeOrder): Promise<void> {
  const { kind, materialId, takedownId, by, data = {} } = order;
  // What is urgent does not wait behind a mail that is tried again in an hour.
  const queue = isUrgent(kind) ? 'urgent' : 'user';
  const people = new Set(order.to.filter((id): id is string => Boolean(id) && id !== by));
  for (const user of people) {
    const notice = await req.payload.create({
      collection: 'notices',
      data: {
        user,
        kind,
        material: materialId ?? null,
        takedown: takedownId ?? null,
        data: data as unknown as Record<string, unknown>,
        at: now().toISOString(),
        mail: 'pending',
      },
      depth: 0,
      req,
    });
    await enqueue({
      payload: req.payload,
      req,
      topic: 'mail.send',
      key: `${queue}:${user}`,
      data: { noticeId: String(notice.id) },
    });
  }
}
