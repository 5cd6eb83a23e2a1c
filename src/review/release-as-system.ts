import type { PayloadRequest } from 'payload';
import { orderNotices } from './notice';
import { openSystemTransition, writeTransition } from './transition';
import { waitingSince } from './waiting-since';
import type { ReturnCause } from './why-returned';

/** Why the repository takes a claim back, and whom it is told. */
export interface SystemRelease {
  materialId: string;
  cause: ReturnCause;
  days: number;
}

/**
 * Back to the queue without its holder: the repository's own act. False when nobody holds it any more.
 */
export async function releaseAsSystem(req: PayloadRequest, why: SystemRelease): Promise<boolean> {
  const { materialId, cause, days } = why;
  const action = 'release' as const;
  const opened = await openSystemTransition(req, { materialId, action, reasons: [] });
  if (!opened) return false;
  const { holder } = opened.dossier.material;
  const set = { holder: null, ...(await waitingSince(opened)) };
  const { reviewId } = await writeTransition({ input: { action }, opened, set });
  const data = { reviewId, cause, days };
  await orderNotices(req, { kind: 'claim_returned', materialId, to: [holder], data });
  return true;
}
