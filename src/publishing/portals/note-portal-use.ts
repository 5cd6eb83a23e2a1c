import type { Receive } from '../../platform/worker/drain-inbox';

/** The day on which a portal last used its key, as delivery noted it. */
export const notePortalUse: Receive = async (req, { body }) => {
  const { portal, day } = body as { portal: string; day: string };
  const { payload } = req;
  const row = await payload.findByID({
    collection: 'portals',
    id: portal,
    depth: 0,
    disableErrors: true,
    req,
  });
  // Noon, so that the day is the same wherever it is shown.
  const lastUsedAt = `${day}T05:00:00.000Z`;
  if (!row || (row.lastUsedAt ?? '') >= lastUsedAt) return;
  await payload.update({ collection: 'portals', id: portal, data: { lastUsedAt }, depth: 0, req });
};
