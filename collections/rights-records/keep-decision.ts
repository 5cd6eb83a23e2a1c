import type { CollectionBeforeChangeHook } from 'payload';
import { recordEvent } from '../../src/audit/record-event';
import { personOf } from '../../src/review/people';
import { decisionAfter, type Decision } from '../../src/review/term-decision';
import { idOf } from '../shared/id-of';

type Decided = Decision & { id: string; material: unknown; component?: string | null };

/** What of a named decision outlasts a person's write; that it ended stands in the trail. */
export const keepDecision: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!personOf(req.user)) return data;
  const stored = operation === 'update' ? (originalDoc as Decided) : undefined;
  const before = stored && { ...stored, decidedBy: idOf(stored.decidedBy) };
  const { decision, ended } = decisionAfter(before, data);
  if (before && ended.length > 0) {
    const { id, component, decidedBy, decidedAt, decisionGround: ground } = before;
    await recordEvent({
      req,
      action: 'rights.decision_ended',
      subject: `materials/${String(idOf(before.material))}`,
      detail: {
        ...{ rights: id, component: component ?? null, facts: ended },
        ...{ decidedBy, decidedAt, ground },
      },
    });
  }
  return { ...data, ...decision };
};
