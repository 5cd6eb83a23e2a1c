import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORKING_STATES } from '../../src/review/states';
import { completeMaterial } from '../factories/materials';
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
  const others = () => ({
    holder: editor.id,
    editors: [administrator.id],
    createdBy: administrator.id,
  });

  it('are not taken from a PATCH, whoever sends it', async () => {
    const { id } = await completeMaterial(app, { author });
    const before = await material(id);
    for (const person of [author, editor, administrator]) {
      const forged = { ...FORGED, ...others() };
      const { status } = await app.rest(person, 'PATCH', `/api/materials/${id}`, forged);
      expect([403, 422], person.role).toContain(status);
      expect(await material(id)).toEqual(before);
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

  it('are refused one by one and by name', async () => {
    const { id } = await completeMaterial(app, { author });
    for (const [field, value] of Object.entries({ ...FORGED, ...others() })) {
      const { body } = await app.rest(author, 'PATCH', `/api/materials/${id}`, { [field]: value });
      expect((body as { errors: unknown }).errors, field).toContainEqual(
        expect.objectContaining({ field, code: 'field_protected' }),
      );
      const made = await app.rest(author, 'POST', '/api/materials', { [field]: value });
      expect(made.status, field).toBe(422);
    }
  });

  it('are made by the system when a draft is made', async () => {
    const { body, status } = await app.rest(author, 'POST', '/api/materials', { title: 'Thật' });
    expect(status).toBe(201);
    const made = await material((body as { doc: { id: string } }).doc.id);
    // What was never set is null on SQLite and absent on MongoDB.
    expect(made.identifier ?? null).toBeNull();
    expect(made).toMatchObject({
      state: 'draft',
      publicationStatus: 'none',
      revision: 0,
      editors: [author.id],
      createdBy: author.id,
    });
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
      for (const person of [author, administrator]) {
        const { status } = await app.rest(person, 'POST', `/api/${address}/duplicate`, {});
        expect(status).toBeGreaterThanOrEqual(400);
      }
    }
    await expect(
      app.payload.create({
        collection: 'materials',
        data: { title: 'Bản sao' } as never,
        duplicateFromID: id,
      }),
    ).rejects.toMatchObject({ code: 'restore_refused' });
    const after = await app.payload.count({ collection: 'materials' });
    expect(after.totalDocs).toBe(before.totalDocs);
  });

  it('a new draft that is to be a copy is a blank one of its maker’s', async () => {
    const theirs = await completeMaterial(app, { author: colleague });
    const { status, body } = await app.rest(
      author,
      'POST',
      `/api/materials?duplicateFromID=${theirs.id}`,
      { title: 'Bản sao' },
    );
    expect(status).toBe(201);
    const copy = await material((body as { doc: { id: string } }).doc.id);
    expect(copy).toMatchObject({
      title: 'Bản sao',
      state: 'draft',
      createdBy: author.id,
      editors: [author.id],
      items: [],
      creators: [],
    });
    expect([copy.abstract, copy.type, copy.identifier].filter(Boolean)).toEqual([]);
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
