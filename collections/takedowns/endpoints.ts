import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { AppError } from '../../src/platform/errors';
import { TAKEDOWN_OUTCOMES } from '../../src/platform/takedown';
import { decideTakedown } from '../../src/publishing/takedown/decide-takedown';
import { takedownListView } from '../../src/publishing/takedown/takedown-list';
import { takedownView } from '../../src/publishing/takedown/takedown-detail';
import { withdrawOnNotice } from '../../src/publishing/takedown/withdraw-on-notice';
import { staffEndpoint } from '../shared/endpoint';
import { pageOf } from '../shared/page-of';
import { parse } from '../shared/parse';

const decision = z.strictObject({
  outcome: z.enum(TAKEDOWN_OUTCOMES),
  reasons: z.string().max(10_000),
  reinstate: z.boolean().default(true),
});

function scopeOf({ payload, user, routeParams }: PayloadRequest) {
  if (!user) throw new AppError('not_signed_in');
  return { payload, user, takedownId: String(routeParams?.id) };
}

/** What the screens of notices ask for, and the two decisions on one. */
export const takedownEndpoints: Endpoint[] = [
  staffEndpoint('get', '/staff/takedowns', (req, lang) => {
    const query = req.searchParams;
    const tab = query.get('tab') ?? undefined;
    return takedownListView(req, { tab, page: pageOf(req) }, lang);
  }),
  staffEndpoint('get', '/staff/takedowns/:id', (req, lang) =>
    takedownView(req, String(req.routeParams?.id), lang),
  ),
  staffEndpoint('post', '/staff/takedowns/:id/withdraw', async (req, lang) => {
    const scope = scopeOf(req);
    await withdrawOnNotice(scope);
    return await takedownView(req, scope.takedownId, lang);
  }),
  staffEndpoint('post', '/staff/takedowns/:id/decide', async (req, lang) => {
    const scope = scopeOf(req);
    await decideTakedown({ ...scope, decision: parse(decision, req.data) });
    return await takedownView(req, scope.takedownId, lang);
  }),
];
