import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload';
import { AppError } from '../../src/platform/errors';
import { enqueue } from '../../src/platform/outbox/enqueue';
import { idOf } from '../shared/id-of';

interface Row {
  id: string;
  mergedInto?: string | { id: string } | null;
  active?: boolean | null;
}

const successor = (row: Partial<Row> | undefined) =>
  (idOf(row?.mergedInto) ?? null) as string | null;

const refuse = (code: string): never => {
  throw new AppError('invalid_input', { errors: [{ field: 'mergedInto', code }] });
};

/** A department goes into another one that works, once; from then on it takes in nothing new. */
export const guardMerger: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const own = originalDoc as Row | undefined;
  const before = successor(own);
  const into = data.mergedInto === undefined ? before : successor(data as Row);
  if (before && into !== before) refuse('merged_already');
  // It stays closed: what was opened in it later would be left behind.
  if (before) return { ...data, active: false };
  if (!into) return data;
  // A new one has nothing to take along.
  if (operation === 'create') refuse('merger_target');
  const target = (await req.payload.findByID({
    collection: 'departments',
    id: into,
    depth: 0,
    disableErrors: true,
    req,
  })) as unknown as Row | null;
  if (!target || target.id === own?.id || target.active === false || target.mergedInto)
    refuse('merger_target');
  return { ...data, active: false };
};

/** Its people and materials follow in the background. */
export const orderMerger: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  if (successor(doc as Row) && !successor(previousDoc as Row | undefined)) {
    await enqueue({
      payload: req.payload,
      req,
      topic: 'department.merge',
      // One after another, in their order: a chain of mergers must not strand what is in the middle.
      key: 'departments',
      data: { id: (doc as Row).id },
    });
  }
  return doc as unknown;
};
