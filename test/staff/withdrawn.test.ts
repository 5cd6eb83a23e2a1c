import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeView, ReferenceView, WorkbenchView } from '../../src/review/view-models';
import { advance, publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let officer: TypedUser;
let editor: TypedUser;
let auditor: TypedUser;
beforeAll(async () => {
  app = await startApp();
  officer = await app.person('contributor', ['YT']);
  editor = await app.person('editor', [], 'Trần Văn Xét');
  auditor = await app.person('auditor');
});
afterAll(async () => await app.close());

const ask = async <T>(user: TypedUser, path: string) =>
  (await app.rest(user, 'GET', path)).body as T;
const view = async (user: TypedUser, id: string) =>
  await ask<WorkbenchView>(user, `/api/materials/${id}/workbench`);
const WHY = 'Tác giả xin rút.';
const withdrawn = async () => {
  const { id } = await publishedMaterial(app, { author: officer, editor });
  await advance(app, id, [
    { as: editor, action: 'withdraw', reasons: ['request_of_owner'], comment: WHY },
  ]);
  return id;
};

describe('a withdrawn material', () => {
  it('says who withdrew it and why, until it is public again', async () => {
    const id = await withdrawn();
    expect((await view(officer, id)).withdrawal).toMatchObject({
      by: { name: 'Trần Văn Xét' },
      comment: WHY,
      reasons: [{ code: 'request_of_owner' }],
    });
    await advance(app, id, [{ as: editor, action: 'reinstate' }]);
    expect(await view(officer, id)).toMatchObject({ withdrawal: null });
  });

  it('never claims to be published, and names the way to change it to those who may', async () => {
    const id = await withdrawn();
    for (const person of [officer, editor, auditor]) {
      expect((await view(person, id)).writableWhy).not.toContain('Đã công bố');
    }
    expect((await view(officer, id)).writableWhy).toContain('Sửa bản mới');
    expect((await view(auditor, id)).writableWhy).toContain('Đã thu hồi');
    const home = await ask<HomeView>(editor, '/api/staff/home');
    expect(home.recent.find((row) => row.id === id)).toMatchObject({
      publicationStatus: 'withdrawn',
    });
  });
});

describe('the reasons of a withdrawal', () => {
  it('are those that fit something public; others are refused', async () => {
    const { id } = await publishedMaterial(app, { author: officer, editor });
    const { codes } = await ask<ReferenceView>(editor, '/api/staff/reference');
    const offered = codes.withdrawReasons?.map(({ code }) => code) ?? [];
    expect(offered).toContain('request_of_owner');
    expect(offered).not.toContain('incomplete_metadata');
    const act = (reason: string) =>
      app.rest(editor, 'POST', `/api/materials/${id}/transition`, {
        action: 'withdraw',
        reasons: [reason],
      });
    const refused = await act('incomplete_metadata');
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ errors: [{ field: 'reasons', code: 'reason_unknown' }] });
    expect((await act('request_of_owner')).status).toBe(200);
  });
});

describe('the recent changes', () => {
  it('hold no drafts for the office, and the own ones for the department', async () => {
    const made = await app.payload.create({
      collection: 'materials',
      data: { department: await app.departmentId('YT'), title: 'Bài 10' } as never,
      depth: 0,
    });
    const administrator = await app.person('administrator');
    const ids = async (user: TypedUser) =>
      (await ask<HomeView>(user, '/api/staff/home')).recent.map(({ id }) => id);
    expect(await ids(administrator)).not.toContain(made.id);
    expect(await ids(officer)).toContain(made.id);
  });
});
