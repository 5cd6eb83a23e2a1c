import { AppError } from '../../src/platform/errors';
import { inTransaction } from '../../src/platform/database/transaction';
import { givePortalKey } from '../../src/publishing/portals/give-portal-key';
import { personOf } from '../../src/review/people';
import { staffEndpoint } from '../shared/endpoint';

/** `POST /api/portals/:id/key`: a new key, shown in this answer and never again. */
export const makeKeyEndpoint = staffEndpoint('post', '/:id/key', async (req) => {
  if (personOf(req.user)?.role !== 'administrator') throw new AppError('forbidden');
  const { payload, user, routeParams } = req;
  return await inTransaction({ payload, user }, (own) =>
    givePortalKey(own, String(routeParams?.id ?? '')),
  );
});
