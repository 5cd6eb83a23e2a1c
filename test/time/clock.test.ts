import type { TypedUser } from 'payload';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rmSync } from 'node:fs';
import { setClock } from '../../src/platform/clock';
import { runSweep } from '../../src/processes/sweeps';
import { advance, completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { mailFolder, mailsTo, work } from '../helpers/mails';

let app: TestApp;
let author: TypedUser;
let manager: TypedUser;
let editor: TypedUser;
let administrator: TypedUser;
beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT']);
  manager = await app.person('manager', ['YT']);
  editor = await app.person('editor');
  administrator = await app.person('administrator');
}, 120_000);
afterAll(() => app.close());
beforeEach(() => rmSync(mailFolder(app), { recursive: true, force: true }));
afterEach(() => setClock(undefined));

const morning = (day: string) => setClock(new Date(`${day}T03:00:00Z`));
const sweep = () => runSweep(app.payload);

async function claimed() {
  const made = await completeMaterial(app, { author });
  await advance(app, made.id, [
    { as: author, action: 'submit' },
    { as: editor, action: 'claim' },
  ]);
  return made;
}
async function told(materialId: string, kind: string) {
  const { docs } = await app.payload.find({
    collection: 'notices',
    where: { and: [{ material: { equals: materialId } }, { kind: { equals: kind } }] },
    pagination: false,
    depth: 0,
  });
  return docs;
}
const material = (id: string) => app.payload.findByID({ collection: 'materials', id, depth: 0 });

describe('a step that has passed its day', () => {
  it('is told once: to its holder, the department’s manager and administrators', async () => {
    morning('2026-11-23');
    const made = await claimed();
    morning('2026-11-30');
    await sweep();
    expect(await told(made.id, 'overdue')).toEqual([]);
    morning('2026-12-01');
    await sweep();
    await sweep();
    const people = (await told(made.id, 'overdue')).map(({ user }) => user);
    expect(people.sort()).toEqual([editor.id, manager.id, administrator.id].sort());
  });
});

/** When it was submitted, by its decision. */
async function handedIn(id: string): Promise<string> {
  const { docs } = await app.payload.find({
    collection: 'reviews',
    where: { and: [{ material: { equals: id } }, { action: { equals: 'submit' } }] },
    sort: '-at',
    depth: 0,
  });
  return String(docs[0]?.at);
}

describe('the wait of what was taken up and laid down again', () => {
  it('goes on since it was handed in', async () => {
    morning('2026-11-02');
    const made = await completeMaterial(app, { author });
    await advance(app, made.id, [{ as: author, action: 'submit' }]);
    morning('2026-11-20');
    await advance(app, made.id, [
      { as: editor, action: 'claim' },
      { as: editor, action: 'release' },
    ]);
    const after = await material(made.id);
    expect(after).toMatchObject({ state: 'submitted', stepSince: await handedIn(made.id) });
    expect(after.stepSince).toMatch(/^2026-11-02/);
  });

  it('begins where an approval was taken back, not before', async () => {
    morning('2026-11-02');
    const made = await claimed();
    await advance(app, made.id, [{ as: editor, action: 'approve' }]);
    morning('2026-11-20');
    await advance(app, made.id, [{ as: editor, action: 'unapprove' }]);
    morning('2026-11-23');
    await advance(app, made.id, [{ as: editor, action: 'release' }]);
    expect((await material(made.id)).stepSince).toMatch(/^2026-11-20/);
  });
});

describe('a claim', () => {
  const afterDays = (days: number) => setClock(new Date(Date.now() + days * 86_400_000));

  it('that is not touched for ten working days goes back to the queue', async () => {
    const made = await claimed();
    afterDays(11);
    await sweep();
    expect(await material(made.id)).toMatchObject({ state: 'in_review', holder: editor.id });
    afterDays(40);
    await sweep();
    expect(await material(made.id)).toMatchObject({ state: 'submitted', holder: null });
    expect(await told(made.id, 'claim_returned')).toMatchObject([
      { user: editor.id, data: { cause: 'untouched', days: 10 } },
    ]);
  });

  it('stays with who works on its record of rights', async () => {
    const made = await claimed();
    await app.payload.db.updateOne({
      collection: 'rights-records',
      id: made.rightsId,
      data: { updatedAt: new Date(Date.now() + 36 * 86_400_000).toISOString() },
    });
    afterDays(40);
    await sweep();
    expect(await material(made.id)).toMatchObject({ state: 'in_review', holder: editor.id });
    expect(await told(made.id, 'claim_returned')).toEqual([]);
  });

  it('goes back to the queue when who holds it has left, or reviews no more', async () => {
    for (const change of [{ active: false }, { role: 'auditor' as const }]) {
      const left = await app.person('editor');
      const made = await completeMaterial(app, { author });
      await advance(app, made.id, [
        { as: author, action: 'submit' },
        { as: left, action: 'claim' },
      ]);
      await app.payload.update({ collection: 'users', id: left.id, data: change, depth: 0 });
      await sweep();
      expect(await material(made.id)).toMatchObject({ state: 'submitted', holder: null });
      expect(await told(made.id, 'claim_returned')).toMatchObject([{ data: { cause: 'left' } }]);
    }
  });
});

describe('what an absent editor holds', () => {
  it('goes back to the queue on the first day, in nobody’s name, and they are told', async () => {
    const made = await claimed();
    const away = { awayFrom: '2027-03-02', awayTo: '2027-03-05' };
    const said = await app.rest(editor, 'PATCH', `/api/users/${editor.id}`, away);
    expect(said.status).toBe(200);
    morning('2027-03-01');
    morning('2027-03-02');
    await sweep();
    const after = await material(made.id);
    const stepSince = await handedIn(made.id);
    expect(after).toMatchObject({ state: 'submitted', holder: null, stepSince });
    expect(await told(made.id, 'claim_returned')).toMatchObject([
      { user: editor.id, data: { cause: 'away' } },
    ]);
    const { docs } = await app.payload.find({
      collection: 'reviews',
      where: { and: [{ material: { equals: made.id } }, { action: { equals: 'release' } }] },
      depth: 0,
    });
    expect(docs).toHaveLength(1);
    expect(docs[0]?.actor ?? null).toBeNull();
  });
});

describe('a notice', () => {
  const list = async (user: TypedUser) =>
    (await app.rest(user, 'GET', '/api/staff/notices')).body as {
      unread: number;
      notices: { id: string; text: string }[];
    };
  async function returned(title: string) {
    const made = await completeMaterial(app, { author, title });
    await advance(app, made.id, [
      { as: author, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'return', reasons: ['quality'] },
    ]);
    return made;
  }
  const choose = (value: string) =>
    app.rest(author, 'POST', '/api/payload-preferences/notice-mail', { value });
  const toAuthor = async () => {
    await work(app);
    return mailsTo(app, author);
  };

  it('is counted until it is read, by nobody but its reader', async () => {
    await returned('Để đọc');
    const before = await list(author);
    const one = before.notices.find(({ text }) => text.includes('Để đọc'));
    await app.rest(manager, 'POST', '/api/staff/notices/read', { ids: [one?.id] });
    expect((await list(author)).unread).toBe(before.unread);
    await app.rest(author, 'POST', '/api/staff/notices/read', { ids: [one?.id] });
    expect((await list(author)).unread).toBe(before.unread - 1);
  });

  it('waits for the one mail of the day, which goes out once, where that is wanted', async () => {
    await work(app);
    rmSync(mailFolder(app), { recursive: true, force: true });
    await choose('daily');
    await returned('Trong thư ngày');
    expect(await toAuthor()).toEqual([]);
    // A quarter to seven in Hanoi: the day has begun, people's day has not.
    setClock(new Date('2027-03-31T23:45:00Z'));
    await sweep();
    expect(await toAuthor()).toEqual([]);
    morning('2027-04-01');
    await Promise.all([sweep(), sweep()]);
    const mails = await toAuthor();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('Trả lại để bổ sung: Trong thư ngày');
    setClock(new Date('2027-04-01T05:00:00Z'));
    await sweep();
    expect(await toAuthor()).toHaveLength(1);
    await choose('now');
  });

  it('is not mailed at all where none is wanted, and stays in the list', async () => {
    await choose('none');
    await returned('Không thư');
    expect(await toAuthor()).toEqual([]);
    expect((await list(author)).notices[0]?.text).toContain('Không thư');
    await choose('now');
  });

  it('says nothing to who has left the department since it was ordered', async () => {
    const left = await app.person('contributor', ['YT']);
    const made = await completeMaterial(app, { author: left, title: 'Đã rời' });
    await advance(app, made.id, [
      { as: left, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'return', reasons: ['quality'] },
    ]);
    expect((await list(left)).notices).toHaveLength(1);
    await app.payload.update({
      collection: 'users',
      id: left.id,
      data: { departments: [] },
      depth: 0,
    });
    await work(app);
    expect(mailsTo(app, left)).toEqual([]);
  });
});
