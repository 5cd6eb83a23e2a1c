import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticesView } from '../../src/notifications/notices-view';
import { mergeDepartment } from '../../src/publishing/merge-department';
import { advance, completeMaterial, publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let newcomer: TypedUser;
let editor: TypedUser;
let administrator: TypedUser;
let old: string;
let into: string;
let live: { id: string; identifier: string };
let approved: string;
let draft: string;

const merge = () => mergeDepartment({ payload: app.payload, id: old });
const mergeInto = (as: TypedUser, id: string | null) =>
  app.rest(as, 'PATCH', `/api/departments/${old}`, { mergedInto: id });

async function material(id: string) {
  return (await app.payload.findByID({ collection: 'materials', id, depth: 0 })) as unknown as {
    department: string;
    state: string;
    identifier: string | null;
  };
}
async function publication() {
  const found = await app.payload.find({
    collection: 'publications',
    where: { identifier: { equals: live.identifier } },
    depth: 0,
  });
  return found.docs[0] as unknown as {
    revision: number;
    snapshot: { department: { code: string; label: { vi: string } } };
  };
}

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['TP']);
  newcomer = await app.person('contributor', ['NV']);
  editor = await app.person('editor');
  administrator = await app.person('administrator');
  [old, into] = [await app.departmentId('TP'), await app.departmentId('NV')];
  live = await publishedMaterial(app, { author, editor, department: 'TP' });
  approved = (await completeMaterial(app, { author, department: 'TP' })).id;
  await advance(app, approved, [
    { as: author, action: 'submit' },
    { as: editor, action: 'claim' },
    { as: editor, action: 'approve' },
  ]);
  draft = (await completeMaterial(app, { author, department: 'TP' })).id;
});
afterAll(() => app.close());

describe('a department that goes into another', () => {
  it('is named by an administrator alone, and never itself or one that is closed', async () => {
    expect((await mergeInto(author, into)).status).toBe(403);
    const itself = await mergeInto(administrator, old);
    expect(itself.status).toBe(422);
    expect(itself.body).toMatchObject({
      errors: [{ field: 'mergedInto', code: 'merger_target' }],
    });
  });

  it('takes its people and materials along; identifiers and states stay', async () => {
    expect((await mergeInto(administrator, into)).status).toBe(200);
    expect(await merge()).toBe(3);
    for (const id of [live.id, approved, draft]) expect((await material(id)).department).toBe(into);
    expect(await material(live.id)).toMatchObject({
      state: 'published',
      identifier: live.identifier,
    });
    const seen = await app.rest(newcomer, 'GET', `/api/materials/${draft}`);
    expect(seen.status).toBe(200);
    const person = await app.payload.findByID({ collection: 'users', id: author.id, depth: 0 });
    expect(person.departments).toEqual([into]);
  });

  it('is told to the people of both, and stands in the trail as what it is', async () => {
    const { body } = await app.rest(newcomer, 'GET', '/api/staff/notices');
    const [told] = (body as NoticesView).notices;
    expect(told).toMatchObject({ kind: 'department_merged', path: '/admin/hoc-lieu' });
    expect(told?.text).toMatch(/^Sáp nhập đơn vị: .+ vào .+$/);
    const notices = await app.payload.find({
      collection: 'notices',
      where: { kind: { equals: 'department_merged' } },
      depth: 0,
    });
    expect(notices.docs.map(({ user }) => user).sort()).toEqual([author.id, newcomer.id].sort());
    const { docs } = await app.payload.find({
      collection: 'audit-events',
      where: { subject: { equals: `departments/${old}` } },
    });
    expect(docs.map(({ action, detail }) => [action, detail])).toEqual([
      ['department.merge', { from: old, into, people: 1, materials: 3 }],
    ]);
  });

  it('keeps an approval: what was approved before is published after', async () => {
    await advance(app, approved, [{ as: editor, action: 'publish' }]);
    expect((await material(approved)).state).toBe('published');
  });

  it('is named anew in what the world reads, without a new revision', async () => {
    expect(await publication()).toMatchObject({
      revision: 1,
      snapshot: { department: { code: 'NV' } },
    });
    const files = await app.payload.count({
      collection: 'files',
      where: { department: { equals: old } },
    });
    expect(files.totalDocs).toBe(0);
  });

  it('happens once: it is closed, cannot go elsewhere, and a second run finds nothing', async () => {
    const again = await mergeInto(administrator, await app.departmentId('YT'));
    expect(again.status).toBe(422);
    expect(again.body).toMatchObject({ errors: [{ code: 'merged_already' }] });
    const row = await app.payload.findByID({ collection: 'departments', id: old, depth: 0 });
    expect(row.active).toBe(false);
    expect(await merge()).toBe(0);
  });

  it('stays closed, and takes in nothing new', async () => {
    const opened = await app.rest(administrator, 'PATCH', `/api/departments/${old}`, {
      active: true,
    });
    expect(opened.status).toBe(422);
    expect(opened.body).toMatchObject({ errors: [{ field: 'active', code: 'merged_closed' }] });
    const row = await app.payload.findByID({ collection: 'departments', id: old, depth: 0 });
    expect(row.active).toBe(false);
    const late = await app.person('contributor', []);
    await app.payload.db.updateOne({
      collection: 'users',
      id: late.id,
      data: { departments: [old] },
    });
    const made = await app.rest(late, 'POST', '/api/materials', { title: 'Muộn' });
    expect(made.status).toBe(422);
    expect(made.body).toMatchObject({
      errors: [{ field: 'department', code: 'department_closed' }],
    });
  });

  it('has no new members: whoever is put into it works for the other one', async () => {
    const late = await app.person('contributor', ['TP']);
    const row = await app.payload.findByID({ collection: 'users', id: late.id, depth: 0 });
    expect(row.departments).toEqual([into]);
  });

  it('is not made in one go with going into another, nor into one that is closed', async () => {
    const made = await app.rest(administrator, 'POST', '/api/departments', {
      code: 'MOI',
      name: 'Đơn vị mới',
      kind: 'city_department',
      mergedInto: into,
    });
    expect(made.body).toMatchObject({ errors: [{ code: 'merger_target' }] });
    const other = await app.departmentId('VHTT');
    const closed = await app.rest(administrator, 'PATCH', `/api/departments/${other}`, {
      mergedInto: old,
    });
    expect(closed.body).toMatchObject({ errors: [{ code: 'merger_target' }] });
  });

  it('goes where its department went on to; one row that fails holds up no other', async () => {
    const [first, second, last] = await Promise.all(['XD', 'TC', 'CT'].map(app.departmentId));
    const writer = await app.person('contributor', ['XD']);
    const own = { author: writer, department: 'XD' };
    const [stuck, free] = [await completeMaterial(app, own), await completeMaterial(app, own)];
    for (const [from, to] of [
      [first, second],
      [second, last],
    ] as const) {
      const merged = await app.rest(administrator, 'PATCH', `/api/departments/${from ?? ''}`, {
        mergedInto: to,
      });
      expect(merged.status).toBe(200);
    }
    const update = app.payload.update.bind(app.payload);
    app.payload.update = (async (args: { collection: string; id: string }) => {
      if (args.collection === 'materials' && args.id === stuck.id) throw new Error('a bad row');
      return await update(args as never);
    }) as unknown as typeof app.payload.update;
    try {
      await expect(mergeDepartment({ payload: app.payload, id: first ?? '' })).rejects.toThrow();
    } finally {
      app.payload.update = update;
    }
    expect((await material(free.id)).department).toBe(last);
    expect(await mergeDepartment({ payload: app.payload, id: first ?? '' })).toBe(1);
    expect((await material(stuck.id)).department).toBe(last);
  });

  it('leaves an event for each material', async () => {
    const events = await app.payload.count({
      collection: 'audit-events',
      where: { action: { equals: 'material.move' } },
    });
    expect(events.totalDocs).toBe(5);
  });
});
