import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/review/states';
import { advance, completeMaterial, type MadeMaterial, type Step } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

const OPERATIONS = [
  'admin',
  'create',
  'read',
  'update',
  'delete',
  'readVersions',
  'unlock',
] as const;

/** Who may see the working copy of another person's department in a state. */
type State =
  | 'draft'
  | 'submitted'
  | 'in_review'
  | 'returned'
  | 'rejected'
  | 'approved'
  | 'published'
  | 'published_newer_draft'
  | 'withdrawn';
type Actor =
  | 'anonymous'
  | 'own'
  | 'two_departments'
  | 'manager'
  | 'other'
  | 'removed'
  | 'editor'
  | 'auditor'
  | 'administrator';

const OWN: Actor[] = ['own', 'two_departments', 'manager', 'administrator'];
const OFFICE: Actor[] = ['editor', 'auditor'];
const ACTORS: Actor[] = ['anonymous', 'other', 'removed', ...OWN, ...OFFICE];

function maySee(actor: Actor, state: State): boolean {
  return OWN.includes(actor) || (OFFICE.includes(actor) && state !== 'draft');
}

let app: TestApp;
const people = {} as Record<Actor, TypedUser | null>;
const made = {} as Record<State, MadeMaterial & { canary: string }>;
let cells = 0;
let controls = 0;

beforeAll(async () => {
  app = await startApp();
  const person = (role: Role, departments: string[] = []) => app.person(role, departments);
  people.anonymous = null;
  people.own = await person('contributor', ['NNMT']);
  people.two_departments = await person('contributor', ['NNMT', 'XD']);
  people.manager = await person('manager', ['NNMT']);
  people.other = await person('contributor', ['TP']);
  people.removed = await person('contributor', ['NNMT']);
  people.editor = await person('editor');
  people.auditor = await person('auditor');
  people.administrator = await person('administrator');
  await app.rest(people.removed, 'GET', '/api/users/me');
  // Membership is read on each request: the token of who left still holds, the department does not.
  await app.payload.update({
    collection: 'users',
    id: people.removed.id,
    data: { departments: [] },
    depth: 0,
  });
  const author = people.own;
  const decider = await person('editor');
  const approve: Step[] = [
    { as: author, action: 'submit' },
    { as: decider, action: 'claim' },
    { as: decider, action: 'approve' },
  ];
  const publish: Step[] = [...approve, { as: decider, action: 'publish' }];
  const steps: Record<State, Step[]> = {
    draft: [],
    submitted: approve.slice(0, 1),
    in_review: approve.slice(0, 2),
    returned: [...approve.slice(0, 2), { as: decider, action: 'return', reasons: ['quality'] }],
    rejected: [...approve.slice(0, 2), { as: decider, action: 'reject', reasons: ['quality'] }],
    approved: approve,
    published: publish,
    published_newer_draft: [...publish, { as: author, action: 'revise' }],
    withdrawn: [...publish, { as: decider, action: 'withdraw', reasons: ['quality'] }],
  };
  for (const [state, path] of Object.entries(steps) as [State, Step[]][]) {
    const canary = `canary${state.replaceAll('_', '')}${Math.random().toString(36).slice(2, 8)}`;
    const material = await completeMaterial(app, {
      author,
      department: 'NNMT',
      title: `Học liệu ${canary}`,
      evidenceName: `${canary}-evidence.pdf`,
      fileName: `${canary}.pdf`,
    });
    await advance(app, material.id, path);
    made[state] = { ...material, canary };
  }
});

afterAll(async () => {
  console.log(`leak matrix: ${String(cells)} cells, ${String(controls)} positive controls`);
  await app.close();
});

/** Every way in which Payload's REST and our staff endpoints could show a material to a person. */
function routes({ id, rightsId, fileId, evidenceId, canary }: MadeMaterial & { canary: string }) {
  const like = encodeURIComponent(canary);
  return {
    shown: [
      `/api/materials?limit=100`,
      `/api/materials/${id}?depth=2`,
      `/api/materials?where[title][like]=${like}&depth=2`,
      `/api/materials/${id}/workbench`,
      `/api/staff/materials?q=${like}`,
      `/api/rights-records/${rightsId}?depth=2`,
      `/api/rights-records?where[material.title][like]=${like}&depth=2`,
      `/api/files/${fileId}?depth=2`,
      `/api/files?where[name][like]=${like}`,
      `/api/evidence/${evidenceId}?depth=2`,
      `/api/evidence?where[name][like]=${like}`,
      `/api/reviews?where[material][equals]=${id}&depth=2`,
      `/api/materials?sort=title&limit=0&depth=2`,
    ],
    counted: [
      `/api/materials/count?where[title][like]=${like}`,
      `/api/evidence/count?where[name][like]=${like}`,
      `/api/files/count?where[name][like]=${like}`,
    ],
    /** Nobody at all may see it here. */
    never: [
      `/api/publications?where[identifier][exists]=true`,
      `/api/publication-revisions`,
      `/api/changes`,
      `/api/inbox`,
      `/api/counters`,
      `/api/users?depth=2&limit=100`,
      `/api/materials?where[editors.password][exists]=true`,
      `/api/rights-records/versions`,
    ],
  };
}

describe('every collection', () => {
  it('states every access operation', () => {
    const unsaid = app.payload.config.collections
      .filter(({ slug }) => !slug.startsWith('payload-'))
      .flatMap(({ slug, access }) =>
        OPERATIONS.filter((operation) => typeof access[operation] !== 'function').map(
          (operation) => `${slug}.${operation}`,
        ),
      );
    expect(unsaid).toEqual([]);
  });

  it('opens no operation to somebody of whom only the sign-in is known', async () => {
    // Payload fills in what a collection leaves unsaid with "any signed-in user".
    const req = { user: { id: 'x', collection: 'users' }, payload: app.payload, context: {} };
    const open: string[] = [];
    for (const { slug, access } of app.payload.config.collections) {
      if (slug.startsWith('payload-')) continue;
      for (const operation of OPERATIONS) {
        cells += 1;
        const rule = access[operation] as (args: unknown) => unknown;
        if ((await rule({ req, data: {} })) !== false) open.push(`${slug}.${operation}`);
      }
    }
    expect(open).toEqual([]);
  });

  it('gives nothing to a stranger, by any operation', async () => {
    const open: string[] = [];
    for (const { slug } of app.payload.config.collections) {
      const tries: [string, string, unknown?][] = [
        ['GET', `/api/${slug}`],
        ['GET', `/api/${slug}/count`],
        ['GET', `/api/${slug}/versions`],
        ['GET', `/api/${slug}/none`],
        [
          'POST',
          `/api/${slug}`,
          { title: 'x', name: 'x', email: 'x@example.vn', password: 'xxxxxxxxxxxx' },
        ],
        ['PATCH', `/api/${slug}/none`, { title: 'x' }],
        ['PATCH', `/api/${slug}?where[id][exists]=true`, { title: 'x' }],
        ['DELETE', `/api/${slug}/none`],
        ['DELETE', `/api/${slug}?where[id][exists]=true`],
      ];
      for (const [method, path, body] of tries) {
        cells += 1;
        const { status, body: answer } = await app.rest(null, method, path, body);
        // A preference is asked for by key and is always one's own: a stranger has none.
        const ownNone =
          slug === 'payload-preferences' && !JSON.stringify(answer ?? null).includes('"user"');
        if (status < 400 && !ownNone) open.push(`${method} ${path} ${String(status)}`);
      }
    }
    expect(open).toEqual([]);
  });

  it('lets nobody register themselves or ask for a reset', async () => {
    const account = {
      email: 'ai-do@example.vn',
      password: 'mot-mat-khau-dai',
      role: 'administrator',
    };
    for (const path of ['first-register', 'forgot-password', 'reset-password', 'unlock']) {
      cells += 1;
      expect(
        (await app.rest(null, 'POST', `/api/users/${path}`, account)).status,
      ).toBeGreaterThanOrEqual(400);
    }
  });
});

describe.each(ACTORS)('%s', (actor) => {
  it('sees what they may, in every state and by every route, and nothing else', async () => {
    const wrong: string[] = [];
    for (const state of Object.keys(made) as State[]) {
      const material = made[state];
      const allowed = maySee(actor, state);
      const { shown, counted, never } = routes(material);
      for (const path of shown) {
        cells += 1;
        const { status, body, headers } = await app.rest(people[actor], 'GET', path);
        const all = JSON.stringify(body) + JSON.stringify([...headers]);
        // Echoing the question (a search term in an error) would show it without knowing it.
        const seen = all.includes(material.canary);
        if (seen && !allowed) wrong.push(`LEAK ${state} ${path} ${String(status)}`);
        if (allowed) {
          controls += 1;
          const silent = path.startsWith('/api/reviews') && (state === 'draft' || !seen);
          if (!seen && !silent) wrong.push(`hidden ${state} ${path} ${String(status)}`);
        }
      }
      for (const path of counted) {
        cells += 1;
        const { body } = await app.rest(people[actor], 'GET', path);
        const total = (body as { totalDocs?: number }).totalDocs ?? 0;
        if (!allowed && total > 0) wrong.push(`COUNT ${state} ${path} ${String(total)}`);
        if (allowed && total !== 1) wrong.push(`uncounted ${state} ${path} ${String(total)}`);
      }
      for (const path of never) {
        cells += 1;
        const { body } = await app.rest(people[actor], 'GET', path);
        if (JSON.stringify(body).includes(material.canary)) wrong.push(`LEAK ${state} ${path}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('changes nothing they may not', async () => {
    const wrong: string[] = [];
    for (const state of Object.keys(made) as State[]) {
      const material = made[state];
      const writable =
        ['own', 'two_departments', 'manager'].includes(actor) &&
        ['draft', 'returned', 'published_newer_draft'].includes(state);
      if (writable) continue;
      for (const [method, path, body] of [
        ['PATCH', `/api/materials/${material.id}`, { place: 'leak' }],
        ['PATCH', `/api/materials/${material.id}`, { deletedAt: new Date().toISOString() }],
        ['DELETE', `/api/materials/${material.id}`, undefined],
        ['PATCH', `/api/rights-records/${material.rightsId}`, { territory: 'leak' }],
        ['DELETE', `/api/rights-records/${material.rightsId}`, undefined],
        ['PATCH', `/api/files/${material.fileId}`, { name: 'leak' }],
        ['DELETE', `/api/evidence/${material.evidenceId}`, undefined],
        ['POST', `/api/materials/${material.id}/duplicate`, {}],
        ['PATCH', `/api/materials?where[id][equals]=${material.id}`, { place: 'leak' }],
      ] as const) {
        cells += 1;
        const { status } = await app.rest(people[actor], method, path, body);
        if (status < 400) wrong.push(`${state} ${method} ${path} ${String(status)}`);
      }
      const after = await app.payload.findByID({
        collection: 'materials',
        id: material.id,
        depth: 0,
      });
      if (after.place === 'leak' || after.deletedAt) wrong.push(`${state} was changed`);
    }
    expect(wrong).toEqual([]);
  });
});
