import type { CollectionAfterChangeHook } from 'payload';
import { enqueue } from '../../src/platform/outbox/enqueue';

/** A renamed term, department or licence reaches what was published with it: labels only, never a revision. */
export function reprojectLabels(
  kind: 'term' | 'department' | 'licence',
): CollectionAfterChangeHook {
  return async ({ doc, operation, previousDoc, req }) => {
    const labels = kind === 'department' ? ['name'] : ['label', 'altLabels', 'uri'];
    const after = doc as Record<string, unknown> & { id: string };
    const before = previousDoc as Record<string, unknown> | undefined;
    const renamed = labels.some(
      (label) => JSON.stringify(before?.[label]) !== JSON.stringify(after[label]),
    );
    // The shipped lists get their English in a second write, before anything could show them.
    if (operation === 'update' && renamed && req.context.seeding !== true) {
      await enqueue({
        payload: req.payload,
        req,
        topic: 'labels.reproject',
        key: `${kind}:${after.id}`,
        data: { kind, id: after.id },
      });
    }
    return doc as unknown;
  };
}
