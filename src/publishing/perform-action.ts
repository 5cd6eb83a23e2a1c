import { inTransaction } from '../platform/database/transaction';
import { signals } from '../platform/signals';
import { performReviewAction, type ReviewAction } from '../review/perform';
import type { TransitionInput } from '../review/transition';
import { publish } from './publish';
import { reinstate, withdraw } from './withdraw';

/**
 * The one way in for every action of the workflow, on both axes: endpoint, bulk, worker and command
 * line all call it. One transaction; throws AppError with every unmet condition.
 */
export async function performAction(input: TransitionInput): Promise<void> {
  const { payload, user, action } = input;
  await inTransaction({ payload, user }, async (req) => {
    switch (action) {
      case 'publish':
        return await publish(req, input);
      case 'withdraw':
        return await withdraw(req, input);
      case 'reinstate':
        return await reinstate(req, input);
      default:
        return await performReviewAction(req, { ...input, action: action satisfies ReviewAction });
    }
  });
  signals().emit('outbox');
  signals().emit('publication');
}
