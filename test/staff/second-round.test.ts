import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeView, QueueView, WorkbenchView } from '../../src/review/view-models';
import { advance, completeMaterial, type MadeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let officer: TypedUser;
let editor: TypedUser;
beforeAll(async () => {
  app = await startApp();
  officer = await app.person('contributor', ['YT'], 'Nguyễn Thị Lan');
  editor = await app.person('editor', [], 'Trần Văn Xét');
});
afterAll(async () => await app.close());

const ask = async <T>(user: TypedUser, path: string) =>
  (await app.rest(user, 'GET', path)).body as T;
const view = async (id: string) =>
  await ask<WorkbenchView>(editor, `/api/materials/${id}/workbench`);
const rowOf = async (id: string, tab = 'unclaimed') =>
  (await ask<QueueView>(editor, `/api/staff/queue?tab=${tab}`)).rows.find((one) => one.id === id);

const DOUBT = 'Dòng ghi công: Thiếu tên người biên soạn.';
const REPLY = 'Đã bổ sung tên người biên soạn.';

const ADDED = 'Phòng đã đối chiếu với bản gốc.';

async function setEndorsement(requiresEndorsement: boolean): Promise<void> {
  await app.payload.update({
    collection: 'departments',
    where: { code: { equals: 'YT' } },
    data: { requiresEndorsement },
  });
}

/** Returned with one doubt, mended and submitted anew with a reply. */
async function mended(): Promise<MadeMaterial> {
  const made = await completeMaterial(app, { author: officer });
  await advance(app, made.id, [
    { as: officer, action: 'submit' },
    { as: editor, action: 'claim' },
    { as: editor, action: 'return', reasons: ['rights_unclear'], comment: DOUBT },
  ]);
  await app.rest(officer, 'PATCH', `/api/rights-records/${made.rightsId}?locale=vi`, {
    creditLine: 'Nguyễn Thị Lan, Sở Y tế Hà Nội, 2026',
  });
  await app.rest(officer, 'PATCH', `/api/materials/${made.id}?locale=vi`, {
    abstract: 'Bữa ăn cân đối, có thực đơn mẫu.',
  });
  await advance(app, made.id, [{ as: officer, action: 'submit', comment: REPLY }]);
  return made;
}

describe('what was returned', () => {
  it('says on the screens whether anything was mended since', async () => {
    const { id } = await completeMaterial(app, { author: officer });
    const unchanged = async () =>
      ((await app.rest(officer, 'GET', `/api/materials/${id}/workbench`)).body as WorkbenchView)
        .unchangedSinceReturn;
    await advance(app, id, [
      { as: officer, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'return', reasons: ['quality'], comment: DOUBT },
    ]);
    expect(await unchanged()).toBe(true);
    const patch = (data: object) =>
      app.rest(officer, 'PATCH', `/api/materials/${id}?locale=vi`, data);
    await patch({ declarations: { noStateSecret: true, consents: false } });
    expect(await unchanged()).toBe(true);
    await patch({ abstract: 'Đã sửa.' });
    expect(await unchanged()).toBe(false);
  });
});

describe('a second review', () => {
  it('shows who returned it, with which reasons and words, and what was replied', async () => {
    const { id } = await mended();
    const { lastRound } = await view(id);
    expect(lastRound?.returned).toMatchObject({
      by: { name: 'Trần Văn Xét' },
      comment: DOUBT,
      reasons: [{ code: 'rights_unclear' }],
    });
    expect(lastRound?.reply).toMatchObject({ by: { name: 'Nguyễn Thị Lan' }, comment: REPLY });
    expect(lastRound?.times).toBe(1);
  });

  it('marks the lines of the claim that changed, with what they said', async () => {
    const { id } = await mended();
    const seen = await view(id);
    const changed = seen.rights?.claim.filter(({ was }) => was !== null);
    expect(changed?.map(({ field, was, value }) => [field, was, value])).toEqual([
      ['creditLine', 'Sở Y tế Hà Nội, 2026', 'Nguyễn Thị Lan, Sở Y tế Hà Nội, 2026'],
    ]);
    expect(seen.lastRound?.changes?.map(({ field }) => field).sort()).toEqual([
      'abstract',
      'rights.creditLine',
    ]);
  });

  it('shows what the manager of the department added when endorsing the answer', async () => {
    const { id } = await mended();
    expect((await view(id)).lastRound?.endorsed).toBeNull();
    const asked = await completeMaterial(app, { author: officer });
    await advance(app, asked.id, [
      { as: officer, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'return', reasons: ['rights_unclear'], comment: DOUBT },
    ]);
    await setEndorsement(true);
    const manager = await app.person('manager', ['YT'], 'Lê Thị Phòng');
    await advance(app, asked.id, [
      { as: officer, action: 'submit', comment: REPLY },
      { as: manager, action: 'endorse', comment: ADDED },
    ]);
    await setEndorsement(false);
    const { lastRound } = await view(asked.id);
    expect(lastRound?.endorsed).toMatchObject({ by: { name: 'Lê Thị Phòng' }, comment: ADDED });
    expect(lastRound?.reply).toMatchObject({ comment: REPLY });
  });

  it('says nothing of an earlier round at the first, nor once it is published', async () => {
    const made = await completeMaterial(app, { author: officer });
    await advance(app, made.id, [{ as: officer, action: 'submit' }]);
    expect(await view(made.id)).toMatchObject({ lastRound: null });
    const { id } = await mended();
    await advance(app, id, [
      { as: editor, action: 'claim' },
      { as: editor, action: 'approve' },
      { as: editor, action: 'publish' },
      { as: officer, action: 'revise' },
      { as: officer, action: 'submit' },
    ]);
    expect(await view(id)).toMatchObject({ state: 'submitted', lastRound: null });
  });

  it('is announced in the queue', async () => {
    const { id } = await mended();
    const note = (await rowOf(id))?.notes.find(({ code }) => code === 'returned');
    expect(note?.label).toBe('Đã trả lại 1 lần');
  });
});

describe('the wait', () => {
  const LONG_AGO = '2026-01-05T02:00:00.000Z';

  /** Submitted long ago, as its decision and its clock say. */
  async function submittedLongAgo(): Promise<string> {
    const { id } = await completeMaterial(app, { author: officer });
    await advance(app, id, [{ as: officer, action: 'submit' }]);
    await app.payload.update({
      collection: 'reviews',
      where: { material: { equals: id } },
      data: { at: LONG_AGO },
    });
    await app.payload.update({
      collection: 'materials',
      id,
      data: { stepSince: LONG_AGO, submittedAt: LONG_AGO },
    });
    return id;
  }

  it('is not made shorter by taking the material up', async () => {
    const id = await submittedLongAgo();
    const before = await rowOf(id);
    expect(before).toMatchObject({ overdue: true, submitted: '2026-01-05' });
    await advance(app, id, [{ as: editor, action: 'claim' }]);
    const after = await rowOf(id, 'mine');
    expect(after).toMatchObject({ day: 0, overdue: false, submitted: '2026-01-05' });
    expect(after?.waited).toBe(before?.waited);
    expect((await view(id)).clock).toMatchObject({ day: 0, waited: before?.waited });
  });

  it('tells the officer too that the day has passed', async () => {
    const id = await submittedLongAgo();
    const home = await ask<HomeView>(officer, '/api/staff/home');
    const row = home.underway.find((one) => one.id === id);
    expect(row).toMatchObject({ late: true });
    expect(row?.detail).toMatch(/^Trễ hạn xét \d+ ngày làm việc/);
    expect(home.underway.filter(({ late }) => !late).length).toBeGreaterThan(0);
  });
});
