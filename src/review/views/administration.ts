import type { PayloadRequest } from 'payload';
import { translate, type Lang } from '../../i18n/translate';
import { WORKING_STATES } from '../states';
import type { HomeView } from '../view-models';
import { countMaterials } from './queue-tabs';

type Administration = NonNullable<HomeView['administration']>;

/** More than a person who forgot a password types. */
const MANY_TRIES = 10;

async function triedAccounts({ payload }: PayloadRequest): Promise<number> {
  const where = { loginAttempts: { greater_than_equal: MANY_TRIES } };
  return (await payload.count({ collection: 'users', where, overrideAccess: true })).totalDocs;
}

/** What an administrator has to know besides the health of the system, which has its own view. */
export async function administrationView(req: PayloadRequest, lang: Lang): Promise<Administration> {
  const states: Administration['states'] = [];
  for (const state of WORKING_STATES) {
    states.push({
      state,
      label: translate(lang, `workflow:states.${state}`),
      count: await countMaterials(req, { state: { equals: state } }),
    });
  }
  return { states, triedAccounts: await triedAccounts(req) };
}
