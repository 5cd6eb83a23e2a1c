import { translate } from '../../i18n/translate';
import { withdraw } from '../withdraw';
import { findPublication } from '../write-publication';
import type { OpenedTakedown } from './perform-takedown';

/** What stands with each decision that follows a notice: its reference, never who complained. */
export const commentOf = (reference: string): string =>
  translate('vi', 'workflow:takedown.comment', { reference });

/** Withdraws what the notice names and is live, in the case's transaction; says which that was. */
export async function withdrawNamed(opened: OpenedTakedown): Promise<string[]> {
  const { req, user, row } = opened;
  const withdrawn: string[] = [];
  for (const identifier of row.identifiers) {
    const publication = await findPublication(req, identifier);
    if (publication?.status !== 'live') continue;
    await withdraw(req, {
      payload: req.payload,
      user,
      materialId: publication.material,
      action: 'withdraw',
      reasons: ['takedown'],
      comment: commentOf(row.reference),
      onNotice: true,
    });
    withdrawn.push(identifier);
  }
  return withdrawn;
}
