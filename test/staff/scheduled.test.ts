import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticesView } from '../../src/notifications/notices-view';
import { shownMoment } from '../../src/platform/shown-date';
import type { AuditView } from '../../src/reporting/audit/audit-view';
import type { HomeView, QueueView, WorkbenchView } from '../../src/review/view-models';
import { advance, completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let officer: TypedUser;
let editor: TypedUser;
let auditor: TypedUser;
let id: string;
const at = new Date(Date.now() + 86_400_000).toISOString();
const MOMENT = `Hẹn công bố lúc ${shownMoment(at)}`;

beforeAll(async () => {
  app = await startApp();
  officer = await app.person('contributor', ['YT']);
  editor = await app.person('editor', [], 'Trần Thị Hẹn');
  auditor = await app.person('auditor');
  ({ id } = await completeMaterial(app, { author: officer }));
  await advance(app, id, [
    { as: officer, action: 'submit' },
    { as: editor, action: 'claim' },
    { as: editor, action: 'approve' },
    { as: editor, action: 'publish', at },
  ]);
});
afterAll(async () => await app.close());

async function read<T>(user: TypedUser, address: string): Promise<T> {
  const { status, body } = await app.rest(user, 'GET', address);
  expect(status).toBe(200);
  return body as T;
}
const page = (user: TypedUser) =>
  read<WorkbenchView>(user, `/api/materials/${id}/workbench?lang=vi`);
const told = async (user: TypedUser) =>
  (await read<NoticesView>(user, '/api/staff/notices?lang=vi')).notices;

describe('a publication that has its moment', () => {
  it('says it in the queue, on the homes, in the history and behind the officer’s bell', async () => {
    const { rows } = await read<QueueView>(editor, '/api/staff/queue?tab=approved&lang=vi');
    expect(rows.find((row) => row.id === id)?.notes).toContainEqual({
      code: 'scheduled',
      label: MOMENT,
    });
    const { underway } = await read<HomeView>(officer, '/api/staff/home?lang=vi');
    expect(underway.find((row) => row.id === id)?.detail).toBe(MOMENT);
    expect((await page(officer)).timeline.at(-1)).toMatchObject({
      label: 'Hẹn giờ công bố',
      comment: `${MOMENT}.`,
    });
    expect((await told(officer))[0]).toMatchObject({ kind: 'scheduled' });
    expect((await told(officer))[0]?.text).toContain(MOMENT);
  });

  it('waits for nobody: it is no work of the editor’s home', async () => {
    const { todo } = await read<HomeView>(editor, '/api/staff/home?lang=vi');
    expect(todo.filter(({ material }) => material.id === id)).toEqual([]);
  });

  it('stands in the audit trail as a schedule, with its moment in words', async () => {
    const { items } = await read<AuditView>(auditor, '/api/staff/audit?lang=vi&q=Trần Thị Hẹn');
    expect(items.find(({ action }) => action === 'material.schedule')).toMatchObject({
      actionLabel: 'Hẹn giờ công bố',
      said: `công bố lúc ${shownMoment(at)}`,
    });
  });

  it('is called off with a reason, which the department is told', async () => {
    const undo = (await page(editor)).actions.find(({ action }) => action === 'unapprove');
    expect(undo).toMatchObject({ label: 'Hủy hẹn và bỏ duyệt', needsReasons: true });
    const call = (body: object) =>
      app.rest(editor, 'POST', `/api/materials/${id}/transition`, { action: 'unapprove', ...body });
    const words = 'Xem lại giấy phép của bản nhạc nền.';
    expect((await call({ reasons: ['rights_unclear'], comment: words })).status).toBe(200);
    expect((await told(officer))[0]).toMatchObject({ kind: 'unapprove', detail: words });
  });
});
