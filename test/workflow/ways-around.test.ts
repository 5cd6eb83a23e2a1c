import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORKING_STATES } from '../../src/review/states';
import { advance, completeMaterial, publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let colleague: TypedUser;
let editor: TypedUser;
let administrator: TypedUser;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT'], 'Lan');
  colleague = await app.person('contributor', ['YT'], 'Bảo');
  editor = await app.person('editor');
  administrator = await app.person('administrator');
});
afterAll(() => app.close());

const material = async (id: string) =>
  await app.payload.findByID({ collection: 'materials', id, depth: 0, trash: true });

describe('the workflow’s own fields', () => {
  const FORGED = {
    state: 'approved',
    publicationStatus: 'live',
    identifier: 'hl-0000000000',
    revision: 9,
    approval: 'x',
    submittedAt: '2020-01-01T00:00:00.000Z',
    scheduledAt: '2020-01-01T00:00:00.000Z',
  };
  it('are not taken from a PATCH, whoever sends it', async () => {
    const { id } = await completeMaterial(app, { author });
    const before = await material(id);
    for (const person of [author, editor, administrator]) {
      await app.rest(person, 'PATCH', `/api/materials/${id}`, {
        ...FORGED,
        holder: editor.id,
        editors: [],
        createdBy: administrator.id,
      });
      const after = await material(id);
      for (const field of [...Object.keys(FORGED), 'holder', 'editors', 'createdBy'] as 'state'[]) {
        expect(after[field], field).toEqual(before[field]);
      }
    }
  });

  it('are not taken from a create', async () => {
    const { body, status } = await app.rest(author, 'POST', '/api/materials', {
      ...FORGED,
      title: 'Giả',
      createdBy: editor.id,
      editors: [editor.id],
    });
    expect(status).toBe(422);
    const named = (body as { errors: { field: string; code: string }[] }).errors;
    const closed = named.filter(({ code }) => code === 'field_protected');
    expect(closed.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['state', 'identifier', 'editors', 'createdBy']),
    );
    const { totalDocs } = await app.payload.count({
      collection: 'materials',
      where: { title: { equals: 'Giả' } },
    });
    expect(totalDocs).toBe(0);
  });

  it('and the department are not moved by an edit', async () => {
    const both = await app.person('contributor', ['YT', 'GDDT']);
    const { id } = await completeMaterial(app, { author: both });
    const { status } = await app.rest(both, 'PATCH', `/api/materials/${id}`, {
      department: await app.departmentId('GDDT'),
    });
    expect(status).toBe(422);
    expect((await material(id)).department).toBe(await app.departmentId('YT'));
  });
});

describe('ways around the workflow', () => {
  it('restoring a version is refused for a material and its rights', async () => {
    const { id, rightsId } = await completeMaterial(app, { author });
    await app.rest(author, 'PATCH', `/api/materials/${id}`, { title: 'Khác' });
    for (const [collection, parent] of [
      ['materials', id],
      ['rights-records', rightsId],
    ] as const) {
      const versions = await app.payload.findVersions({
        collection,
        where: { parent: { equals: parent } },
        sort: 'updatedAt',
        depth: 0,
      });
      const oldest = String(versions.docs[0]?.id);
      for (const query of ['', '?draft=true']) {
        for (const person of [author, administrator]) {
          const { status } = await app.rest(
            person,
            'POST',
            `/api/${collection}/versions/${oldest}${query}`,
          );
          expect(status).toBeGreaterThanOrEqual(400);
        }
      }
    }
    expect((await material(id)).title).toBe('Khác');
  });

  it('duplicating is refused', async () => {
    const { id, rightsId } = await completeMaterial(app, { author });
    const before = await app.payload.count({ collection: 'materials' });
    for (const address of [`materials/${id}`, `rights-records/${rightsId}`]) {
      const { status } = await app.rest(author, 'POST', `/api/${address}/duplicate`, {});
      expect(status).toBeGreaterThanOrEqual(400);
    }
    const { status } = await app.rest(author, 'POST', `/api/materials?duplicateFromID=${id}`, {
      title: 'Bản sao',
    });
    if (status === 201)
      expect((await app.payload.count({ collection: 'materials' })).totalDocs).toBe(
        before.totalDocs + 1,
      );
  });

  it('bulk update and bulk delete are refused', async () => {
    const { id } = await completeMaterial(app, { author });
    const where = `where[id][equals]=${id}`;
    for (const person of [author, administrator]) {
      await app.rest(person, 'PATCH', `/api/materials?${where}`, { title: 'Hàng loạt' });
      await app.rest(person, 'DELETE', `/api/rights-records?where[material][equals]=${id}`);
    }
    expect((await material(id)).title).not.toBe('Hàng loạt');
    const records = await app.payload.count({
      collection: 'rights-records',
      where: { material: { equals: id } },
    });
    expect(records.totalDocs).toBe(1);
  });

  it('content is written only in draft and returned, by the department’s own', async () => {
    const { id, rightsId } = await completeMaterial(app, { author });
    for (const state of WORKING_STATES) {
      await app.payload.db.updateOne({
        collection: 'materials',
        id,
        data: { state, submittedAt: new Date().toISOString(), holder: null },
      });
      const open = state === 'draft' || state === 'returned';
      const own = await app.rest(author, 'PATCH', `/api/materials/${id}`, { publisher: state });
      expect(own.status, state).toBe(open ? 200 : 403);
      const rights = await app.rest(author, 'PATCH', `/api/rights-records/${rightsId}`, {
        country: 'VN',
      });
      expect(rights.status, state).toBe(open ? 200 : 403);
      const component = await app.rest(author, 'POST', '/api/rights-records', {
        material: id,
        component: `Phần ${state}`,
      });
      expect(component.status, state).toBe(open ? 201 : 403);
      for (const other of [editor, administrator]) {
        const { status } = await app.rest(other, 'PATCH', `/api/materials/${id}`, {
          publisher: 'x',
        });
        expect(status, state).toBe(403);
      }
    }
  });

  it('an item may not name another material’s file', async () => {
    const theirs = await completeMaterial(app, {
      author: await app.person('contributor', ['GDDT']),
      department: 'GDDT',
    });
    const own = await completeMaterial(app, { author });
    const { status } = await app.rest(author, 'PATCH', `/api/materials/${own.id}`, {
      items: [{ file: theirs.fileId, role: 'main' }],
    });
    expect(status).toBe(422);
    const evidence = await app.rest(author, 'PATCH', `/api/rights-records/${own.rightsId}`, {
      evidence: [{ document: theirs.evidenceId, kind: 'other' }],
    });
    expect(evidence.status).toBe(422);
  });

  it('a rights record does not move to another material, and the record of the whole stays', async () => {
    const one = await completeMaterial(app, { author });
    const two = await completeMaterial(app, { author });
    await app.rest(author, 'PATCH', `/api/rights-records/${one.rightsId}`, { material: two.id });
    const record = await app.payload.findByID({
      collection: 'rights-records',
      id: one.rightsId,
      depth: 0,
    });
    expect(record.material).toBe(one.id);
    expect((await app.rest(author, 'DELETE', `/api/rights-records/${one.rightsId}`)).status).toBe(
      422,
    );
    expect(
      (await app.rest(author, 'POST', '/api/rights-records', { material: one.id })).status,
    ).toBe(422);
  });
});

describe('two people editing at once', () => {
  it('does not lose the first one’s save: 409 with the stored document and whose it is', async () => {
    const made = await completeMaterial(app, { author });
    for (const [address, field] of [
      [`/api/materials/${made.id}`, 'publisher'],
      [`/api/rights-records/${made.rightsId}`, 'country'],
    ] as const) {
      const seen = (await app.rest(author, 'GET', address)).body as { updatedAt: string };
      const header = { 'If-Match': `"${seen.updatedAt}"` };
      const first = await app.rest(colleague, 'PATCH', address, { [field]: 'Bảo viết' }, header);
      expect(first.status).toBe(200);
      const second = await app.rest(author, 'PATCH', address, { [field]: 'Lan viết' }, header);
      expect(second.status).toBe(409);
      expect(second.body).toMatchObject({
        code: 'changed_meanwhile',
        current: { [field]: 'Bảo viết' },
        by: { id: colleague.id, name: 'Bảo' },
      });
      const now = (second.body as { updatedAt: string }).updatedAt;
      const third = await app.rest(
        author,
        'PATCH',
        address,
        { [field]: 'Lan viết' },
        { 'If-Match': `"${now}"` },
      );
      expect(third.status).toBe(200);
    }
  });
});

describe('the bin', () => {
  it('takes a draft that was never submitted, and gives it back', async () => {
    const { id } = await completeMaterial(app, { author });
    const binned = await app.rest(author, 'PATCH', `/api/materials/${id}`, {
      deletedAt: new Date().toISOString(),
    });
    expect(binned.status).toBe(200);
    expect((await app.rest(author, 'GET', `/api/materials/${id}`)).status).toBe(404);
    expect(
      (await app.rest(author, 'POST', `/api/materials/${id}/transition`, { action: 'submit' }))
        .status,
    ).toBe(404);
    const back = await app.rest(author, 'PATCH', `/api/materials/${id}?trash=true`, {
      deletedAt: null,
    });
    expect(back.status).toBe(200);
    expect((await app.rest(author, 'GET', `/api/materials/${id}`)).status).toBe(200);
    const events = await app.payload.find({
      collection: 'audit-events',
      where: { subject: { equals: `materials/${id}` } },
      pagination: false,
    });
    const actions = events.docs.map(({ action }) => action);
    expect(actions).toContain('material.bin');
    expect(actions).toContain('material.restore');
  });

  it('refuses what was submitted once, back in draft or not', async () => {
    const { id } = await completeMaterial(app, { author });
    await advance(app, id, [
      { as: author, action: 'submit' },
      { as: author, action: 'recall' },
    ]);
    const binned = await app.rest(author, 'PATCH', `/api/materials/${id}`, {
      deletedAt: new Date().toISOString(),
    });
    expect([403, 409]).toContain(binned.status);
    expect((await app.rest(author, 'DELETE', `/api/materials/${id}`)).status).toBe(403);
    expect((await material(id)).deletedAt ?? null).toBeNull();
  });

  it('deletes for good nothing that was published', async () => {
    const { id, identifier } = await publishedMaterial(app, { author, editor });
    await advance(app, id, [{ as: author, action: 'revise' }]);
    for (const person of [author, editor, administrator]) {
      const { status } = await app.rest(person, 'DELETE', `/api/materials/${id}`);
      expect(status).toBeGreaterThanOrEqual(403);
    }
    expect((await material(id)).identifier).toBe(identifier);
  });
});
