import { rmSync } from 'node:fs';
import type { TypedUser } from 'payload';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setClock } from '../../src/platform/clock';
import { performAction } from '../../src/publishing/perform-action';
import { advance, completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { mailFolder, mailsTo as keptMailsTo, work } from '../helpers/mails';

let app: TestApp;
let officer: TypedUser;
let editor: TypedUser;
let administrator: TypedUser;
beforeAll(async () => {
  app = await startApp();
  officer = await app.person('contributor', ['YT']);
  editor = await app.person('editor', [], 'Trần Thị Hẹn');
  administrator = await app.person('administrator', [], 'Lê Văn Quản');
});
afterAll(async () => await app.close());

const folder = () => mailFolder(app);

/** Does what waits and returns the mails to this person, but for what editors are told of each submission. */
async function mailsTo(person: TypedUser): Promise<string[]> {
  await work(app);
  return keptMailsTo(app, person).filter((text) => !text.includes('Subject: Mới nộp:'));
}

async function approved() {
  const made = await completeMaterial(app, { author: officer });
  await advance(app, made.id, [
    { as: officer, action: 'submit' },
    { as: editor, action: 'claim' },
    { as: editor, action: 'approve' },
  ]);
  return made;
}

async function scheduled() {
  const made = await approved();
  const at = new Date(Date.now() + 3_600_000);
  await performAction({
    payload: app.payload,
    user: editor,
    materialId: made.id,
    action: 'publish',
    at: at.toISOString(),
  });
  return { ...made, at };
}

describe('a scheduled publication that is cancelled', { timeout: 120_000 }, () => {
  beforeEach(() => rmSync(folder(), { recursive: true, force: true }));
  afterEach(() => setClock(undefined));

  it('is told to who scheduled it when somebody takes the approval back', async () => {
    const made = await scheduled();
    await advance(app, made.id, [{ as: administrator, action: 'unapprove' }]);
    const mails = await mailsTo(editor);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('Đã hủy lịch công bố');
    expect(mails[0]).toContain(made.title);
    expect(mails[0]).toContain('Lê Văn Quản đã thực hiện “Bỏ duyệt”');
  });

  it('is no news to who cancelled it', async () => {
    const made = await scheduled();
    await advance(app, made.id, [{ as: editor, action: 'unapprove' }]);
    expect(await mailsTo(editor)).toEqual([]);
  });

  it('names what stood in the way when the moment came', async () => {
    const made = await scheduled();
    await app.payload.update({
      collection: 'rights-records',
      id: made.rightsId,
      data: { termTo: '2020-01-01' },
    });
    setClock(new Date(made.at.getTime() + 1_000));
    const mails = await mailsTo(editor);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/không còn đủ điều kiện:\n\n• /);
    expect(mails[0]).not.toMatch(/\n{3}/);
  });

  it('is told to the office and to the department though who scheduled it has left', async () => {
    const left = await app.person('editor');
    const made = await approved();
    const at = new Date(Date.now() + 3_600_000);
    await advance(app, made.id, [{ as: left, action: 'publish', at: at.toISOString() }]);
    await app.payload.update({ collection: 'users', id: left.id, data: { active: false } });
    setClock(new Date(at.getTime() + 1_000));
    for (const person of [editor, officer]) {
      const mails = (await mailsTo(person)).filter((text) => text.includes('Đã hủy lịch công bố'));
      expect(mails).toHaveLength(1);
      expect(mails[0]).toContain('• Tài khoản của người hẹn không còn hoạt động.');
    }
    expect(await mailsTo(left)).toEqual([]);
  });
});

describe('the number at the bell', () => {
  it('counts what is still to be done, not what a colleague has taken on', async () => {
    const colleague = await app.person('editor');
    const counted = async () => {
      const { body } = await app.rest(colleague, 'GET', '/api/staff/notices');
      const { unread, notices } = body as { unread: number; notices: { read: boolean }[] };
      return { unread, newest: notices[0]?.read };
    };
    const made = await completeMaterial(app, { author: officer });
    expect(await counted()).toEqual({ unread: 0, newest: undefined });
    await advance(app, made.id, [{ as: officer, action: 'submit' }]);
    expect(await counted()).toEqual({ unread: 1, newest: false });
    await advance(app, made.id, [{ as: editor, action: 'claim' }]);
    expect(await counted()).toEqual({ unread: 0, newest: true });
    await advance(app, made.id, [{ as: editor, action: 'release' }]);
    expect(await counted()).toEqual({ unread: 1, newest: false });
  });
});

describe('the language of a mail', () => {
  beforeEach(() => rmSync(folder(), { recursive: true, force: true }));

  const returned = async () => {
    const made = await completeMaterial(app, { author: officer });
    await advance(app, made.id, [
      { as: officer, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'return', reasons: ['quality'] },
    ]);
    return (await mailsTo(officer)).join();
  };
  const prefer = async (key: string, value: string) =>
    await app.rest(officer, 'POST', `/api/payload-preferences/${key}`, { value });

  it('is Vietnamese, whatever language the person edits content in', async () => {
    await prefer('locale', 'en');
    expect(await returned()).toContain('Trả lại để bổ sung');
  });

  it('is the one the person chose for the screens', async () => {
    expect((await prefer('screen-language', 'en')).status).toBe(200);
    const mail = await returned();
    expect(mail).toContain('Returned for changes');
    expect(mail).toContain('• Quality');
    await prefer('screen-language', 'vi');
    rmSync(folder(), { recursive: true, force: true });
    expect(await returned()).toContain('Trả lại để bổ sung');
  });
});
