import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAppError } from '../../src/platform/errors';
import { performAction } from '../../src/publishing/perform-action';
import { ACTIONS, WORKING_STATES, type Action, type WorkingState } from '../../src/review/states';
import { publishedMaterial, type PublishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

const ACTORS = [
  'contributor',
  'contributor of two departments',
  'contributor elsewhere',
  'manager',
  'manager elsewhere',
  'holder',
  'other editor',
  'auditor',
  'administrator',
] as const;
type Actor = (typeof ACTORS)[number];

const STAFF: Actor[] = ['contributor', 'contributor of two departments', 'manager'];
const OFFICE: Actor[] = ['holder', 'other editor', 'administrator'];
const ELSEWHERE: Actor[] = ['contributor elsewhere', 'manager elsewhere'];

interface Rule {
  from: WorkingState[] | 'any';
  /** Who may, when the state is right. */
  who: Actor[];
  /** Whose role may take it at all, but not now: a conflict, not a prohibition. */
  conflict?: Actor[];
  to?: WorkingState;
  publication?: 'live' | 'withdrawn';
}

/**
 * The table of the workflow as it was decided, written down a second time and by hand: from which
 * states, by whom, where to.
 */
const TABLE: Record<Action, Rule> = {
  submit: { from: ['draft', 'returned'], who: STAFF, to: 'submitted' },
  endorse: { from: ['awaiting_endorsement'], who: ['manager'], to: 'submitted' },
  recall: { from: ['awaiting_endorsement', 'submitted'], who: STAFF, to: 'draft' },
  claim: { from: ['submitted'], who: ['holder', 'other editor'], to: 'in_review' },
  release: {
    from: ['in_review'],
    who: ['holder', 'administrator'],
    conflict: ['other editor'],
    to: 'submitted',
  },
  reassign: { from: ['in_review'], who: OFFICE, to: 'in_review' },
  return: {
    from: ['in_review'],
    who: ['holder'],
    conflict: ['other editor', 'administrator'],
    to: 'returned',
  },
  reject: {
    from: ['in_review'],
    who: ['holder'],
    conflict: ['other editor', 'administrator'],
    to: 'rejected',
  },
  approve: {
    from: ['in_review'],
    who: ['holder'],
    conflict: ['other editor', 'administrator'],
    to: 'approved',
  },
  unapprove: {
    from: ['approved'],
    who: ['holder', 'administrator'],
    conflict: ['other editor'],
    to: 'in_review',
  },
  publish: { from: ['approved'], who: OFFICE, to: 'published' },
  revise: { from: ['published'], who: [...STAFF, 'holder', 'other editor'], to: 'draft' },
  withdraw: { from: 'any', who: OFFICE, publication: 'live' },
  reinstate: { from: 'any', who: OFFICE, publication: 'withdrawn' },
};

/** What has not reached the editors is the department's own; what is another department's is not there. */
function sees(actor: Actor, reachedEditors: boolean): boolean {
  if (ELSEWHERE.includes(actor)) return false;
  return STAFF.includes(actor) || actor === 'administrator' || reachedEditors;
}

function expected(action: Action, state: WorkingState, actor: Actor, reached: boolean): number {
  if (!sees(actor, reached)) return 404;
  // The manager's return is the one action whose actor changes with the state.
  if (action === 'return' && state === 'awaiting_endorsement')
    return actor === 'manager' ? 200 : 403;
  const { from, who, conflict = [] } = TABLE[action];
  if (conflict.includes(actor)) return 409;
  if (!who.includes(actor)) return 403;
  return from === 'any' || from.includes(state) ? 200 : 409;
}

let app: TestApp;
let people: Record<Actor, TypedUser>;
let made: PublishedMaterial;
let approval: string;
let publicationId: string;
let rival: TypedUser;

beforeAll(async () => {
  app = await startApp();
  people = {
    contributor: await app.person('contributor', ['YT']),
    'contributor of two departments': await app.person('contributor', ['GDDT', 'YT']),
    'contributor elsewhere': await app.person('contributor', ['GDDT']),
    manager: await app.person('manager', ['YT']),
    'manager elsewhere': await app.person('manager', ['GDDT']),
    holder: await app.person('editor'),
    'other editor': await app.person('editor'),
    auditor: await app.person('auditor'),
    administrator: await app.person('administrator'),
  };
  rival = await app.person('editor');
  made = await publishedMaterial(app, { author: people.contributor, editor: people.holder });
  const material = await read();
  approval = String(material.approval);
  const rows = await app.payload.find({
    collection: 'publications',
    where: { identifier: { equals: made.identifier } },
  });
  publicationId = String(rows.docs[0]?.id);
});
afterAll(() => app.close());

async function read() {
  return await app.payload.findByID({ collection: 'materials', id: made.id, depth: 0 });
}

/** Puts the one material into a situation, past the workflow. */
async function arrange(
  state: WorkingState,
  reached: boolean,
  publication: 'live' | 'withdrawn' = 'live',
): Promise<void> {
  await app.payload.db.updateOne({
    collection: 'materials',
    id: made.id,
    data: {
      state,
      holder: state === 'in_review' ? people.holder.id : null,
      approval,
      submittedAt: reached ? '2026-01-02T03:04:05.000Z' : null,
      publicationStatus: publication,
      scheduledAt: null,
    },
  });
  await app.payload.db.updateOne({
    collection: 'reviews',
    id: approval,
    data: { revoked: false },
  });
  await app.payload.db.updateOne({
    collection: 'publications',
    id: publicationId,
    data: { status: publication },
  });
}

async function attempt(action: Action, actor: Actor): Promise<number> {
  try {
    await performAction({
      payload: app.payload,
      user: people[actor],
      materialId: made.id,
      action,
      reasons: ['quality'],
      to: String(rival.id),
    });
    return 200;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.status;
  }
}

describe.each(ACTIONS)('%s', (action) => {
  const { from, to, publication } = TABLE[action];
  // What the department has not handed over yet, and the same state after it once was.
  const situations = WORKING_STATES.flatMap<{ state: WorkingState; reached: boolean }>((state) =>
    state === 'draft' || state === 'awaiting_endorsement'
      ? [
          { state, reached: false },
          { state, reached: true },
        ]
      : [{ state, reached: true }],
  );

  it('is answered to everybody in every state as the table says', async () => {
    const wrong: string[] = [];
    for (const { state, reached } of situations) {
      let changed = true;
      for (const actor of ACTORS) {
        if (changed) await arrange(state, reached, publication);
        const status = await attempt(action, actor);
        const wanted = expected(action, state, actor, reached);
        changed = status === 200 || status !== wanted;
        const after = changed ? (await read()).state : state;
        const move = from === 'any' ? state : action === 'return' ? 'returned' : to;
        if (status !== wanted || after !== (status === 200 ? move : state)) {
          wrong.push(
            `${actor} in ${state} (${String(reached)}): ${String(status)} → ${after}, expected ${String(wanted)}`,
          );
        }
      }
      // A refusal has no effect, seen once for all who were refused.
      if (!changed && (await read()).state !== state) wrong.push(`a refusal changed ${state}`);
    }
    expect(wrong).toEqual([]);
  }, 240_000);
});

describe('the publication axis', () => {
  it('withdraws only what is live and reinstates only what was withdrawn', async () => {
    await arrange('published', true, 'withdrawn');
    expect(await attempt('withdraw', 'holder')).toBe(409);
    await arrange('published', true, 'live');
    expect(await attempt('reinstate', 'holder')).toBe(409);
    await app.payload.db.updateOne({
      collection: 'materials',
      id: made.id,
      data: { publicationStatus: 'none' },
    });
    expect(await attempt('withdraw', 'administrator')).toBe(409);
    expect(await attempt('reinstate', 'administrator')).toBe(409);
  });
});

describe('nobody', () => {
  it.each(ACTIONS)('may %s without signing in', async (action) => {
    await arrange('in_review', true);
    const { status } = await app.rest(null, 'POST', `/api/materials/${made.id}/transition`, {
      action,
    });
    expect(status).toBe(401);
    expect((await read()).state).toBe('in_review');
  });

  it('may act any more once the account was suspended', async () => {
    const gone = { ...people.administrator, active: false } as TypedUser;
    await arrange('published', true);
    const withdraw = performAction({
      payload: app.payload,
      user: gone,
      materialId: made.id,
      action: 'withdraw',
      reasons: ['quality'],
    });
    await expect(withdraw).rejects.toMatchObject({ code: 'not_signed_in' });
  });
});
