import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeView } from '../../src/review/view-models';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let officer: TypedUser;
let manager: TypedUser;
let stranger: TypedUser;
beforeAll(async () => {
  app = await startApp();
  officer = await app.person('contributor', ['YT'], 'Nguyễn Thị Lan');
  manager = await app.person('manager', ['YT']);
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
