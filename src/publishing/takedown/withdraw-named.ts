import { translate } from '../../i18n/translate';
import { withdraw } from '../withdraw';
import { findPublication, type PublicationRow } from '../write-publication';
import type { OpenedTakedown } from './on-takedown';

/** What stands with each decision that follows a notice: its reference, never who complained. */
export const commentOf = (reference: string): string =>
  translate('vi', 'workflow:takedown.comment', { reference });

/** On the tombstone of what does not come back: a precaution says only that there is a notice. */
export const UPHELD = 'takedown_upheld';

/** Whether a notice of infringement is why it is not public, this one or another. */
export const isHeld = (publication: Pick<PublicationRow, 'status' | 'withdrawReason'>): boolean =>
  publication.status === 'withdrawn' &&
  (publication.withdrawReason === 'takedown' || publication.withdrawReason === UPHELD);

export interface Named {
  /** Withdrawn just now. */
  gone: string[];
  /** Kept from the world by this notice from now on: also what another notice withdrew before. */
  held: string[];
}

/** Withdraws what the notice names and is live, in the case's transaction. */
export async function withdrawNamed(
  opened: OpenedTakedown,
  comment = commentOf(opened.row.reference),
): Promise<Named> {
  const { req, user, row } = opened;
  const named: Named = { gone: [], held: [] };
  for (const identifier of row.identifiers) {
    const publication = await findPublication(req, identifier);
    if (!publication) continue;
    if (publication.status === 'live') {
      await withdraw(req, {
        payload: req.payload,
        user,
        materialId: publication.material,
        action: 'withdraw',
        reasons: ['takedown'],
        comment,
        onNotice: true,
      });
      named.gone.push(identifier);
    } else if (!isHeld(publication)) continue;
    named.held.push(identifier);
  }
  return named;
}
