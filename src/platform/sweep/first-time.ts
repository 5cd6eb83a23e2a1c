import type { PayloadRequest } from 'payload';
import { now } from '../clock';

/**
 * Whether this is still to be done: true once for each key, and the transaction that was told so has
 * written it down together with its effect. Two that ask at the same time collide on the unique key,
 * and the later, tried again, is told that it is done.
 */
export async function firstTime(req: PayloadRequest, key: string): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'time-marks',
    where: { key: { equals: key } },
    req,
  });
  if (totalDocs > 0) return false;
  const data = { key, at: now().toISOString() };
  await req.payload.create({ collection: 'time-marks', data, depth: 0, req });
  return true;
}
