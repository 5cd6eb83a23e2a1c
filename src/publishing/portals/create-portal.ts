import type { Payload } from 'payload';
import { inTransaction } from '../../platform/database/transaction';
import { AppError, type FieldProblem } from '../../platform/errors';
import { givePortalKey, type GivenKey } from './give-portal-key';

/** The newest version of each licence, by code; what a portal may open goes by the code alone. */
async function licenceIds(payload: Payload, codes: string[]): Promise<string[]> {
  const found = await payload.find({
    collection: 'licences',
    where: { code: { in: codes.length > 0 ? codes : ['-'] } },
    sort: '-version',
    depth: 0,
    pagination: false,
  });
  const unknown = codes.filter((code) => !found.docs.some((row) => row.code === code));
  refuse(unknown.map((code) => ({ field: '--licence', code: `no licence has the code ${code}` })));
  return codes.flatMap((code) => found.docs.find((row) => row.code === code)?.id ?? []);
}

function refuse(errors: FieldProblem[]): void {
  if (errors.length > 0) throw new AppError('invalid_input', { errors });
}

/** A portal and its key, in one short transaction. Throws AppError `invalid_input`. */
export async function createPortal(input: {
  payload: Payload;
  name: string;
  /** Codes of what is reserved for it. */
  licences: string[];
}): Promise<GivenKey> {
  const { payload } = input;
  const name = input.name.normalize('NFC').trim();
  if (name === '') refuse([{ field: '--name', code: 'a name is needed' }]);
  const licences = await licenceIds(payload, [...new Set(input.licences)]);
  return await inTransaction({ payload }, async (req) => {
    const same = await payload.count({
      collection: 'portals',
      where: { name: { equals: name } },
      req,
    });
    if (same.totalDocs > 0) refuse([{ field: '--name', code: 'a portal has this name' }]);
    const portal = await payload.create({
      collection: 'portals',
      data: { name, licences, active: true },
      depth: 0,
      req,
    });
    return await givePortalKey(req, String(portal.id));
  });
}
