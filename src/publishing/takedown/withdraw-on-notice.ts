import { recordEvent } from '../../audit/record-event';
import { now } from '../../platform/clock';
import { AppError } from '../../platform/errors';
import { nextDue } from '../../review/takedown-clocks';
import { onTakedown, type TakedownScope } from './on-takedown';
import { withdrawNamed } from './withdraw-named';

/**
 * Takes what a notice names from the world at once, before anything is decided; what another notice
 * took holds for this one too. Throws AppError `conditions_unmet` when there is nothing to take.
 */
export async function withdrawOnNotice(scope: TakedownScope): Promise<void> {
  await onTakedown(scope, async (opened) => {
    const { req, person, row } = opened;
    const { gone, held } = await withdrawNamed(opened);
    if (held.length === 0) {
      throw new AppError('conditions_unmet', {
        errors: [{ field: 'identifiers', code: 'nothing_public' }],
      });
    }
    await req.payload.update({
      collection: 'takedowns',
      id: row.id,
      data: {
        status: 'withdrawn_precautionary',
        withdrawn: [...new Set([...(row.withdrawn ?? []), ...held])],
        withdrawnAt: row.withdrawnAt ?? now().toISOString(),
        withdrawnBy: row.withdrawnBy ?? person.id,
        dueAt: nextDue(row.clocks, 'withdrawn_precautionary'),
      },
      depth: 0,
      req,
    });
    await recordEvent({
      req,
      action: 'takedown.withdraw',
      subject: `takedowns/${row.id}`,
      detail: { reference: row.reference, withdrawn: gone, held },
    });
  });
}
