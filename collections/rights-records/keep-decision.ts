import type { CollectionBeforeChangeHook } from 'payload';
import { recordEvent } from '../../src/audit/record-event';
import { DECIDING } from '../../src/review/decide-term';
import { personOf } from '../../src/review/people';
import { changedFacts } from '../../src/review/term-decision';
import { idOf } from '../shared/id-of';

interface Decided {
  id: string;
  material: unknown;
  component?: string | null;
  decidedBy?: unknown;
  decidedAt?: unknown;
  decisionGround?: unknown;
}

const NONE = { decidedBy: null, decidedAt: null, decisionGround: null };

/**
 * A named decision is neither given nor brought back by a write of the record, an older version's
 * included; and it ends with the facts it was taken on.
 */
export const keepDecision: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (req.context[DECIDING] || !personOf(req.user)) return data;
  const before = operation === 'update' ? (originalDoc as Decided) : undefined;
  if (!before?.decidedAt) return { ...data, ...NONE };
  const facts = changedFacts(before as never, data);
  const { decidedAt, decisionGround } = before;
  const decidedBy = idOf(before.decidedBy);
  if (facts.length === 0) return { ...data, decidedBy, decidedAt, decisionGround };
  await recordEvent({
    req,
    action: 'rights.decision_ended',
    subject: `materials/${String(idOf(before.material))}`,
    detail: {
      ...{ rights: before.id, component: before.component ?? null, facts },
      ...{ decidedBy, decidedAt, ground: decisionGround },
    },
  });
  return { ...data, ...NONE };
};
