import { hanoiDate, hanoiHour } from '../platform/clock';
import { enqueue } from '../platform/outbox/enqueue';
import { firstTime } from '../platform/sweep/first-time';
import { eachPiece, type Sweep } from '../platform/sweep/sweep';

/** Before people in Hanoi begin their day. */
const HOUR = 7;

/**
 * One mail a day to whoever wants it so. The day is written down, the notices are taken and the mail
 * is ordered in one transaction: however often it runs, or is killed, no notice goes out twice.
 */
export async function orderDigests(sweep: Sweep): Promise<void> {
  if (hanoiHour() < HOUR) return;
  const { payload } = sweep;
  const day = hanoiDate();
  const kept = { mail: { equals: 'kept' as const } };
  const { docs } = await payload.find({
    collection: 'notices',
    where: kept,
    select: { user: true },
    pagination: false,
    depth: 0,
  });
  const readers = [...new Set(docs.map(({ user }) => String(user)))].map((id) => ({ id }));
  await eachPiece(sweep, 'a digest', readers, async (req, { id: userId }) => {
    if (!(await firstTime(req, `digest:${userId}:${day}`))) return false;
    const found = await payload.find({
      collection: 'notices',
      where: { and: [kept, { user: { equals: userId } }] },
      sort: 'at',
      pagination: false,
      depth: 0,
      req,
    });
    for (const { id } of found.docs)
      await payload.update({ collection: 'notices', id, data: { mail: 'sent' }, depth: 0, req });
    const noticeIds = found.docs.map(({ id }) => id);
    const data = { userId, noticeIds, day };
    await enqueue({ payload, req, topic: 'mail.digest', key: `user:${userId}`, data });
    return true;
  });
}
