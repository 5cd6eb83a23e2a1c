import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '../../src/review/states';
import { completeMaterial, declareAgain } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let editor: TypedUser;
let officer: TypedUser;
let head: TypedUser;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT']);
  editor = await app.person('editor');
  officer = await app.person('contributor', ['VHTT']);
  head = await app.person('manager', ['VHTT']);
  await app.payload.update({
    collection: 'departments',
    id: await app.departmentId('VHTT'),
    data: { requiresEndorsement: true },
  });
});
afterAll(() => app.close());

async function act(user: TypedUser, id: string, action: Action): Promise<void> {
  if (action === 'submit') await declareAgain(app, id);
  const comment = 'Đã xem lại, không phải sửa.';
  const body = { action, comment, reasons: action === 'return' ? ['quality'] : undefined };
  const answer = await app.rest(user, 'POST', `/api/materials/${id}/transition`, body);
  expect(answer.status, action).toBe(200);
}
const material = async (id: string) =>
  await app.payload.findByID({ collection: 'materials', id, depth: 0 });

/** Everywhere an editor might meet the material: its page, the list, the tabs of the queue. */
async function seenBy(user: TypedUser, id: string) {
  const { body: list } = await app.rest(user, 'GET', '/api/staff/materials');
  const listed = (list as { items: { id: string; state: string }[] }).items;
  const tabs: string[] = [];
  for (const tab of ['mine', 'unclaimed', 'overdue', 'approved']) {
    const { body } = await app.rest(user, 'GET', `/api/staff/queue?tab=${tab}`);
    if ((body as { rows: { id: string }[] }).rows.some((row) => row.id === id)) tabs.push(tab);
  }
  const page = await app.rest(user, 'GET', `/api/materials/${id}/workbench`);
  return {
    document: (await app.rest(user, 'GET', `/api/materials/${id}`)).status,
    page: page.status,
    pageState: (page.body as { state?: string }).state,
    listed: listed.find((item) => item.id === id)?.state,
    queue: tabs,
  };
}
const NOWHERE = {
  document: 404,
  page: 404,
  pageState: undefined,
  listed: undefined,
  queue: [],
};

describe('recalling what no editor has decided upon', () => {
  it('takes it from the editors’ sight, everywhere', async () => {
    const { id } = await completeMaterial(app, { author });
    await act(author, id, 'submit');
    expect(await seenBy(editor, id)).toMatchObject({ document: 200, queue: ['unclaimed'] });
    await act(author, id, 'recall');
    expect(await seenBy(editor, id)).toEqual(NOWHERE);
    expect(await material(id)).toMatchObject({ state: 'draft', submittedAt: null });
  });

  it('does so too when an editor had only held it for a while', async () => {
    const { id } = await completeMaterial(app, { author });
    await act(author, id, 'submit');
    await act(editor, id, 'claim');
    await act(editor, id, 'release');
    await act(author, id, 'recall');
    expect(await seenBy(editor, id)).toEqual(NOWHERE);
  });

  it('counts a manager’s return as the department’s own affair', async () => {
    const { id } = await completeMaterial(app, { author: officer, department: 'VHTT' });
    await act(officer, id, 'submit');
    await act(head, id, 'return');
    await act(officer, id, 'submit');
    await act(head, id, 'endorse');
    expect(await seenBy(editor, id)).toMatchObject({ document: 200, queue: ['unclaimed'] });
    await act(officer, id, 'recall');
    expect(await seenBy(editor, id)).toEqual(NOWHERE);
  });
});

describe('recalling after an editor returned it', () => {
  it('leaves it where the editor knows it, as a draft, and out of the queue', async () => {
    const { id } = await completeMaterial(app, { author });
    await act(author, id, 'submit');
    await act(editor, id, 'claim');
    await act(editor, id, 'return');
    const first = (await material(id)).submittedAt;
    await act(author, id, 'submit');
    await act(author, id, 'recall');
    expect(await seenBy(editor, id)).toEqual({
      document: 200,
      page: 200,
      pageState: 'draft',
      listed: 'draft',
      queue: [],
    });
    expect((await material(id)).submittedAt).toBe(first);
  });

  it('shows the editor the same words of the decision as before', async () => {
    const { id } = await completeMaterial(app, { author });
    await act(author, id, 'submit');
    await act(editor, id, 'claim');
    await act(editor, id, 'return');
    const decisions = async () => {
      const { body } = await app.rest(editor, 'GET', `/api/materials/${id}/workbench`);
      const { timeline } = body as { timeline: { action: string }[] };
      return timeline.map(({ action }) => action);
    };
    const before = await decisions();
    await act(author, id, 'submit');
    await act(author, id, 'recall');
    expect(await decisions()).toEqual([...before, 'submit', 'recall']);
  });

  it('is submitted again to who may decide', async () => {
    const { id } = await completeMaterial(app, { author });
    await act(author, id, 'submit');
    await act(editor, id, 'claim');
    await act(editor, id, 'return');
    await act(author, id, 'submit');
    await act(author, id, 'recall');
    await act(author, id, 'submit');
    expect((await seenBy(editor, id)).queue).toEqual(['unclaimed']);
    await act(editor, id, 'claim');
    await act(editor, id, 'approve');
  });
});
