import { randomUUID } from 'node:crypto';
import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeView, MaterialListView, QueueView } from '../../src/review/view-models';
import { completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let officer: TypedUser;
let editor: TypedUser;
beforeAll(async () => {
  app = await startApp();
  officer = await app.person('contributor', ['YT']);
  editor = await app.person('editor');
});
afterAll(async () => await app.close());

const ask = async <T>(user: TypedUser, path: string) =>
  (await app.rest(user, 'GET', path)).body as T;
const queue = async (query: string, user = editor) =>
  await ask<QueueView>(user, `/api/staff/queue?${query}`);

/** A material that waits, without what a submission takes: only the queue looks at it. */
async function waiting(fields: Record<string, unknown>, title = `Chờ xét ${randomUUID()}`) {
  const made = await app.payload.create({
    collection: 'materials',
    data: {
      department: await app.departmentId('YT'),
      title,
      state: 'submitted',
      submittedAt: '2026-11-02T02:00:00.000Z',
      stepSince: new Date().toISOString(),
      ...fields,
    } as never,
    depth: 0,
  });
  return String(made.id);
}

describe('the review queue', () => {
  it('counts every tab exactly, shows a page of the one asked for and says how many there are', async () => {
    const before = (await queue('tab=unclaimed')).counts;
    for (let made = 0; made < 53; made += 1) await waiting({});
    await waiting({ state: 'in_review', holder: editor.id });
    await waiting({ stepSince: '2026-01-05T02:00:00.000Z' });
    await waiting({ state: 'approved' });

    const first = await queue('tab=unclaimed');
    expect(first.counts).toEqual({
      mine: before.mine + 1,
      unclaimed: before.unclaimed + 54,
      overdue: before.overdue + 1,
      approved: before.approved + 1,
    });
    expect(first.rows).toHaveLength(50);
    const { total } = first;
    expect(first).toMatchObject({ total: first.counts.unclaimed, page: 1, pages: 2 });
    expect(first.left).toBe(total - 50);
    const second = await queue('tab=unclaimed&page=2');
    expect(second.rows).toHaveLength(total - 50);
    expect(second.left).toBe(0);
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(first.total);
  });

  it('has in “overdue” exactly what its clock calls overdue', async () => {
    const seen = await queue('tab=overdue');
    expect(seen.rows.length).toBeGreaterThan(0);
    expect(seen.rows.every((row) => row.overdue)).toBe(true);
    const others = (await queue('tab=unclaimed&page=2')).rows.filter((row) => !row.overdue);
    expect(others.every((row) => !seen.rows.some(({ id }) => id === row.id))).toBe(true);
  });

  it('counts the departments of the tab and filters by one', async () => {
    const culture = await app.departmentId('VHTT');
    const id = await waiting({ department: culture, state: 'approved' });
    const { departments } = await queue('tab=approved');
    expect(departments.find((one) => one.id === culture)).toMatchObject({ count: 1 });
    const filtered = await queue(`tab=approved&department=${culture}`);
    expect(filtered.rows.map((row) => row.id)).toEqual([id]);
    expect(filtered.departments).toEqual(departments);
  });

  it('names who holds a material, its type, its licence in short', async () => {
    const { id } = await completeMaterial(app, { author: officer });
    const other = await app.person('editor', [], 'Trần Văn Khác');
    await app.payload.update({
      collection: 'materials',
      id,
      data: {
        state: 'in_review',
        holder: other.id,
        submittedAt: '2026-01-05T02:00:00.000Z',
        stepSince: '2026-01-05T02:00:00.000Z',
      },
    });
    const row = (await queue('tab=overdue')).rows.find((one) => one.id === id);
    expect(row).toMatchObject({
      holder: { name: 'Trần Văn Khác' },
      department: 'Sở Y tế',
      licence: 'CC BY 4.0',
    });
    expect(row?.kind).toMatch(/trang|tệp/);
  });

  it('offers no approval to somebody who edited or uploaded a part, and says so', async () => {
    const { id } = await completeMaterial(app, { author: officer });
    const at = new Date().toISOString();
    const hold = { state: 'in_review', holder: editor.id, submittedAt: at, stepSince: at };
    await app.payload.update({ collection: 'materials', id, data: hold as never });
    const rowOf = async () => (await queue('tab=mine')).rows.find((one) => one.id === id);
    expect((await rowOf())?.actions).toContain('approve');

    const { docs } = await app.payload.find({
      collection: 'files',
      where: { material: { equals: id } },
    });
    await app.payload.db.updateOne({
      collection: 'files',
      id: docs[0]?.id ?? '',
      data: { uploadedBy: editor.id },
    });
    const row = await rowOf();
    expect(row?.actions).not.toContain('approve');
    expect(row?.actions).toContain('return');
    expect(row).toMatchObject({ ownWork: true });
    expect(row?.notes.map(({ code }) => code)).toContain('own_work');
  });

  it('marks what has an open question of the officer, and nothing else', async () => {
    const NOT_SURE = { version: '2026.1', answers: { maker: 'not_sure', paper_at_hand: 'none' } };
    const plain = await waiting({}, 'Không hỏi gì');
    const asking = await waiting({}, 'Hỏi căn cứ');
    for (const [material, interview] of [
      [plain, { version: '2026.1', answers: { maker: 'staff' } }],
      [asking, NOT_SURE],
    ]) {
      const where = { material: { equals: material } };
      const data = { interview } as never;
      await app.payload.update({ collection: 'rights-records', where, data });
    }
    const { rows } = await queue(`tab=unclaimed&q=${encodeURIComponent('hoi')}`);
    const notes = (id: string) => rows.find((row) => row.id === id)?.notes ?? [];
    expect(notes(asking)).toEqual([{ code: 'question', label: expect.any(String) as string }]);
    expect(notes(asking)[0]?.label).toMatch(/^Còn \d câu hỏi$/);
    expect(notes(plain)).toEqual([]);
  });

  it('has what has waited longest first', async () => {
    const word = `Thứ tự ${randomUUID()}`;
    const days = ['2026-11-10', '2026-11-04', '2026-11-17', '2026-11-05'];
    const ids = new Map<string, string>();
    for (const day of days)
      ids.set(day, await waiting({ stepSince: `${day}T02:00:00.000Z` }, `${word} ${day}`));
    const { rows } = await queue(`tab=unclaimed&q=${encodeURIComponent(word)}`);
    expect(rows.map(({ id }) => id)).toEqual(days.toSorted().map((day) => ids.get(day)));
  });

  it('is refused to those who have none', async () => {
    const reply = await app.rest(officer, 'GET', '/api/staff/queue');
    expect(reply.status).toBe(403);
    expect(reply.body).toMatchObject({ code: 'forbidden' });
  });
});

describe('the home page', () => {
  it('lists the first of each kind of work and says how much there is', async () => {
    for (let made = 0; made < 22; made += 1) await waiting({ state: 'returned' });
    const home = await ask<HomeView>(officer, '/api/staff/home');
    const returned = home.todo.filter(({ kind }) => kind === 'returned');
    expect(returned).toHaveLength(20);
    expect(home.todoTotal).toBe(22 + home.todo.length - returned.length);
    expect(home.underwayTotal).toBeGreaterThan(home.underway.length);
    expect(home.queue).toBeNull();
  });

  it('gives the office the counts of the queue', async () => {
    const home = await ask<HomeView>(editor, '/api/staff/home');
    expect(home.queue).toEqual((await queue('tab=mine')).counts);
  });

  it('repeats the words of the last return', async () => {
    const [first, last] = ['Thiếu giấy phép ảnh.', 'Thiếu chữ ký.'];
    const id = await waiting({ state: 'returned', stepSince: '2026-01-05T02:00:00.000Z' });
    for (const [index, comment] of [first, last].entries()) {
      const at = new Date(Date.UTC(2026, 0, 5 + index)).toISOString();
      const data = { material: id, action: 'return', at, comment, actor: editor.id };
      await app.payload.create({
        collection: 'reviews',
        data: { ...data, fromState: 'in_review', toState: 'returned' } as never,
      });
    }
    const home = await ask<HomeView>(officer, '/api/staff/home');
    const entry = home.todo.find(({ material }) => material.id === id);
    expect(entry?.detail).toContain(last);
    expect(entry?.detail).not.toContain(first);
  });
});

describe('the list of materials', () => {
  it('shows what was withdrawn, as the home page promises', async () => {
    const id = await waiting({ state: 'published', publicationStatus: 'withdrawn' });
    await waiting({ state: 'published', publicationStatus: 'live' });
    const list = await ask<MaterialListView>(editor, '/api/staff/materials?publication=withdrawn');
    expect(list.items.map((row) => row.id)).toEqual([id]);
    expect(list.items[0]?.department).toBe('Sở Y tế');
    expect(list.counts).toMatchObject({ withdrawn: 1, live: 1, published: 2 });
  });
});
