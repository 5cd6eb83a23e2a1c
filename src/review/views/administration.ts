import type { PayloadRequest, Where } from 'payload';
import { translate, type Lang } from '../../i18n/translate';
import { freeDisk } from '../../platform/free-disk';
import { WORKING_STATES } from '../states';
import type { HomeView } from '../view-models';
import { countMaterials } from './queue-tabs';

type Administration = NonNullable<HomeView['administration']>;

async function countOf(
  req: PayloadRequest,
  collection: 'outbox' | 'users',
  where: Where,
): Promise<number> {
  return (await req.payload.count({ collection, where, overrideAccess: true })).totalDocs;
}

/** More than a person who forgot a password types. */
const MANY_TRIES = 10;

/** What an administrator has to know that the staff side can know. */
export async function administrationView(req: PayloadRequest, lang: Lang): Promise<Administration> {
  const states: Administration['states'] = [];
  for (const state of WORKING_STATES) {
    states.push({
      state,
      label: translate(lang, `workflow:states.${state}`),
      count: await countMaterials(req, { state: { equals: state } }),
    });
  }
  const failed = (topic: Where) => ({ and: [{ status: { equals: 'failed' } }, topic] });
  return {
    states,
    failedEffects: await countOf(req, 'outbox', failed({ topic: { not_equals: 'mail.send' } })),
    failedMails: await countOf(req, 'outbox', failed({ topic: { equals: 'mail.send' } })),
    triedAccounts: await countOf(req, 'users', {
      loginAttempts: { greater_than_equal: MANY_TRIES },
    }),
    freeDisk: await freeDisk(),
  };
}
