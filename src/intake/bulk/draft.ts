import type { PayloadRequest } from 'payload';
import type { Lang } from '../../i18n/translate';
import { inTransaction } from '../../platform/database/transaction';
import { asIntakeError } from '../problem';
import type { StoreScope } from '../store-upload';
import type { RowDraft, RowProblem } from './check-row';
import { problemOf } from './row-words';

export interface DraftScope extends Pick<StoreScope, 'payload' | 'user'> {
  lang: Lang;
  again?: boolean;
}

const asPerson = ({ user }: DraftScope) =>
  ({ collection: 'materials', user, overrideAccess: false, depth: 0 }) as const;

async function write(scope: DraftScope, draft: RowDraft, req: PayloadRequest): Promise<string> {
  const own = { ...asPerson(scope), req };
  const data = draft.data as never;
  const { id } = await scope.payload.create({ ...own, locale: 'vi', data });
  if (Object.keys(draft.english).length > 0) {
    await scope.payload.update({ ...own, id, locale: 'en', data: draft.english });
  }
  return id;
}

/** The draft in both languages, or nothing of it. */
export async function createDraft(scope: DraftScope, draft: RowDraft): Promise<string> {
  return await inTransaction(scope, (req) => write(scope, draft, req));
}

/** Thrown to end a rehearsal: nothing of it stays. */
class Rehearsed extends Error {}

/** What the collection itself would refuse: the draft is written and taken back. */
async function refusal(scope: DraftScope, draft: RowDraft): Promise<unknown> {
  try {
    await inTransaction(scope, async (req) => {
      await write(scope, draft, req);
      throw new Rehearsed();
    });
  } catch (error) {
    return error instanceof Rehearsed ? undefined : error;
  }
  return undefined;
}

async function isThere(scope: DraftScope, { data }: RowDraft): Promise<boolean> {
  const { department, title } = data;
  const where = { and: [{ department: { equals: department } }, { title: { equals: title } }] };
  const { totalDocs } = await scope.payload.count({
    ...asPerson(scope),
    locale: 'vi',
    where: where as never,
  });
  return totalDocs > 0;
}

/** A row that is right by itself: whether it can become a draft, and whether it did already. */
export async function draftProblems(scope: DraftScope, draft: RowDraft): Promise<RowProblem[]> {
  const { line, data } = draft;
  const refused = await refusal(scope, draft);
  if (refused !== undefined) {
    if (asIntakeError(refused).code === 'internal') throw refused;
    return [problemOf(refused, { line, field: '-', lang: scope.lang })];
  }
  if (scope.again || !(await isThere(scope, draft))) return [];
  const params = { value: String(data.title) };
  return [{ line, field: 'title', code: 'already_there', params }];
}

/** A draft whose file could not be stored: gone, so that its row may be imported again. */
export async function removeDraft(scope: DraftScope, id: string): Promise<boolean> {
  try {
    await scope.payload.delete({ ...asPerson(scope), id });
    return true;
  } catch (error) {
    scope.payload.logger.error({ err: error, id }, 'a draft without its file could not be removed');
    return false;
  }
}
