import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload';
import { AppError } from '../../src/platform/errors';
import { enqueue } from '../../src/platform/outbox/enqueue';
import { goesNow, mergerFault, type Standing } from '../../src/review/merger';
import { tellOfMerger } from '../../src/review/tell-of-merger';
import { idOf } from '../shared/id-of';

/** As a write or the database has it: what is left unsaid stays unsaid. */
function standing(row: unknown): Standing {
  const { mergedInto, ...rest } = (row ?? {}) as Standing;
  return { ...rest, mergedInto: idOf(mergedInto) as Standing['mergedInto'] };
}

/** Of a merger the trail has an event of its own. */
export const toldOfMerger = (after: object, before: object): string[] =>
  goesNow(standing(after), standing(before)) ? ['mergedInto', 'active'] : [];

async function departmentOf(req: PayloadRequest, id: string): Promise<Standing | null> {
  const row = await req.payload.findByID({
    collection: 'departments',
    id,
    depth: 0,
    disableErrors: true,
    req,
  });
  return row ? standing(row) : null;
}

export const guardMerger: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before = operation === 'update' ? standing(originalDoc) : undefined;
  const said = standing(data);
  const target =
    said.mergedInto && goesNow(said, before) ? await departmentOf(req, said.mergedInto) : null;
  const fault = mergerFault({ before, data: said, target });
  if (fault) throw new AppError('invalid_input', { errors: [fault] });
  return said.mergedInto || before?.mergedInto ? { ...data, active: false } : data;
};

/** Its people and materials follow in the background; the people of both are told now. */
export const orderMerger: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const { id, mergedInto } = standing(doc);
  if (id && mergedInto && goesNow({ mergedInto }, standing(previousDoc))) {
    await tellOfMerger(req, { from: id, into: mergedInto });
    await enqueue({
      payload: req.payload,
      req,
      topic: 'department.merge',
      // One after another, in their order: a chain of mergers must not strand what is in the middle.
      key: 'departments',
      data: { id },
    });
  }
  return doc as unknown;
};
