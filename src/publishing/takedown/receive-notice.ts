import type { PayloadRequest } from 'payload';
import { recordEvent } from '../../audit/record-event';
import type { TakedownNotice } from '../../platform/takedown';
import type { Receive } from '../../platform/worker/drain-inbox';
import { orderNotices } from '../../review/notice';
import { officePeople } from '../../review/recipients';
import { nextDue, takedownClocks, TAKEDOWN_RULES } from '../../review/takedown-clocks';

/** Who decides notices: the editors; in an office without any, its administrators. */
async function decidingPeople(req: PayloadRequest): Promise<string[]> {
  const editors = await officePeople(req, 'editor');
  return editors.length > 0 ? editors : await officePeople(req, 'administrator');
}

/** A notice out of the inbox becomes a case with its clocks running since it was sent. */
export const receiveNotice: Receive = async (req, { body, receivedAt }) => {
  const notice = body as unknown as TakedownNotice;
  const clocks = takedownClocks({ receivedAt, capacity: notice.capacity });
  const { id } = await req.payload.create({
    collection: 'takedowns',
    data: {
      ...notice,
      receivedAt,
      status: 'received',
      clocks: clocks as never,
      ruleVersion: TAKEDOWN_RULES.version,
      dueAt: nextDue(clocks, 'received'),
    },
    depth: 0,
    req,
  });
  // Not who complains: the trail is read by more people than the notice, and kept for ever.
  const { reference, identifiers, capacity, grounds } = notice;
  await recordEvent({
    req,
    action: 'takedown.receive',
    subject: `takedowns/${id}`,
    detail: { reference, identifiers, capacity, grounds },
  });
  await orderNotices(req, {
    kind: 'takedown',
    takedownId: String(id),
    to: await decidingPeople(req),
  });
};
