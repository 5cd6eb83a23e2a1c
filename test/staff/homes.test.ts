import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeView } from '../../src/review/view-models';
import { advance, publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let officer: TypedUser;
let manager: TypedUser;
let stranger: TypedUser;
let editor: TypedUser;
beforeAll(async () => {
  app = await startApp();
  officer = await app.person('contributor', ['YT'], 'Nguyễn Thị Lan');
  manager = await app.person('manager', ['YT']);
  editor = await app.person('editor');
  stranger = await app.person('contributor', ['VHTT']);
});
afterAll(async () => await app.close());

const home = async (user: TypedUser) =>
  (await app.rest(user, 'GET', '/api/staff/home')).body as HomeView;
const material = async (state: string, author: TypedUser, department = 'YT') =>
  await app.payload.create({
    collection: 'materials',
    data: {
      department: await app.departmentId(department),
      title: `Ở bước ${state}`,
      state,
      createdBy: author.id,
      submittedAt: state === 'draft' ? undefined : new Date().toISOString(),
    } as never,
    depth: 0,
  });

describe("the manager's home", () => {
  it('counts what each officer of the department has before them, and nobody else', async () => {
    for (const state of ['draft', 'draft', 'submitted', 'in_review', 'returned', 'published']) {
      await material(state, officer);
    }
    await material('draft', stranger, 'VHTT');
    const { officers } = await home(manager);
    expect(officers?.find(({ id }) => id === officer.id)).toEqual({
      id: officer.id,
      name: 'Nguyễn Thị Lan',
      drafts: 2,
      waiting: 2,
      returned: 1,
    });
    expect(officers?.map(({ id }) => id)).not.toContain(stranger.id);
    expect(await home(officer)).toMatchObject({ officers: null, administration: null });
  });
});

describe("the administrator's home", () => {
  it('counts every state and whose password is guessed at', async () => {
    const administrator = await app.person('administrator');
    const before = (await home(administrator)).administration;
    await app.payload.db.updateOne({
      collection: 'users',
      id: String(stranger.id),
      data: { loginAttempts: 10 },
    });
    await material('rejected', officer);
    const after = (await home(administrator)).administration;
    expect(after?.triedAccounts).toBe((before?.triedAccounts ?? 0) + 1);
    const of = (view: typeof after, state: string) =>
      view?.states.find((one) => one.state === state)?.count ?? -1;
    expect(of(after, 'rejected')).toBe(of(before, 'rejected') + 1);
  });
});

describe('a correction that an editor began', () => {
  it('is told to its department and waits on its home until it is handed in', async () => {
    const made = await publishedMaterial(app, { author: officer, editor });
    await advance(app, made.id, [{ as: editor, action: 'revise' }]);
    const todo = async () =>
      ((await app.rest(officer, 'GET', '/api/staff/home')).body as HomeView).todo.filter(
        ({ material }) => material.id === made.id,
      );
    expect(await todo()).toMatchObject([{ kind: 'corrected' }]);
    const told = await app.payload.find({
      collection: 'notices',
      where: { and: [{ material: { equals: made.id } }, { kind: { equals: 'revise' } }] },
      depth: 0,
    });
    expect(told.docs.map(({ user }) => user)).toContain(officer.id);
    await advance(app, made.id, [{ as: officer, action: 'submit' }]);
    expect(await todo()).toEqual([]);
  });
});

describe('a list asked for a page that there is not', () => {
  it.each(['Infinity', '1e400', '1e21', '-3', 'x', '2.5'])(
    '%s answers all the same',
    async (page) => {
      for (const list of ['queue', 'materials', 'notices']) {
        const { status } = await app.rest(editor, 'GET', `/api/staff/${list}?page=${page}`);
        expect(status, list).toBe(200);
      }
    },
  );
});
