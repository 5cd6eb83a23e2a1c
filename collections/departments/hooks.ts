import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload';
import { AppError } from '../../src/platform/errors';
import { enqueue } from '../../src/platform/outbox/enqueue';
import { tellOfMerger } from '../../src/review/tell-of-merger';
import { idOf } from '../shared/id-of';

interface Row {
  id: string;
  mergedInto?: string | { id: string } | null;
  active?: boolean | null;
}

const successor = (row: Partial<Row> | undefined) =>
  (idOf(row?.mergedInto) ?? null) as string | null;

const refuse = (code: string, field = 'mergedInto'): never => {
  throw new AppError('invalid_input', { errors: [{ field, code }] });
};

const goesNow = (doc: Partial<Row>, before: Partial<Row> | undefined) =>
  successor(doc) !== null && successor(before) === null;

/** Of a merger the trail has an event of its own. */
export const toldOfMerger = (after: object, before: object): string[] =>
  goesNow(after, before) ? ['mergedInto', 'active'] : [];

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
  if (before && data.active === true) refuse('merged_closed', 'active');
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

/** Its people and materials follow in the background; the people of both are told now. */
export const orderMerger: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const row = doc as Row;
  if (goesNow(row, previousDoc as Row | undefined)) {
    await tellOfMerger(req, { from: row.id, into: successor(row) ?? '' });
    await enqueue({
      payload: req.payload,
      req,
      topic: 'department.merge',
      // One after another, in their order: a chain of mergers must not strand what is in the middle.
      key: 'departments',
      data: { id: row.id },
    });
  }
  return doc as unknown;
};
