import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advance, completeMaterial, publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let editor: TypedUser;
let administrator: TypedUser;
let elsewhere: TypedUser;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT'], 'Lan');
  elsewhere = await app.person('manager', ['GDDT']);
  editor = await app.person('editor');
  administrator = await app.person('administrator');
});
afterAll(() => app.close());

const status = async (user: TypedUser, method: string, address: string, body?: unknown) =>
  (await app.rest(user, method, address, body)).status;
const draft = () => completeMaterial(app, { author });
const toBin = (user: TypedUser, id: string) =>
  app.rest(user, 'PATCH', `/api/materials/${id}`, { deletedAt: new Date().toISOString() });
const restore = (user: TypedUser, id: string) =>
  app.rest(user, 'PATCH', `/api/materials/${id}?trash=true`, { deletedAt: null });
const deleteForGood = (user: TypedUser, id: string) =>
  app.rest(user, 'DELETE', `/api/materials/${id}?trash=true`);
const stored = (id: string) =>
  app.payload.findByID({
    collection: 'materials',
    id,
    depth: 0,
    trash: true,
    disableErrors: true,
  });
async function actions(id: string): Promise<string[]> {
  const events = await app.payload.find({
    collection: 'audit-events',
    where: { subject: { equals: `materials/${id}` } },
    sort: 'createdAt',
    pagination: false,
  });
  return events.docs.map(({ action }) => action);
}

/** What is left in the database of a material and all its parts, by collection. */
async function left(id: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  const where = { material: { equals: id } };
  for (const collection of ['rights-records', 'evidence', 'files', 'reviews'] as const) {
    found[collection] = (await app.payload.count({ collection, where })).totalDocs;
  }
  const records = await app.payload.countVersions({
    collection: 'rights-records',
    where: { 'version.material': { equals: id } },
  });
  const materials = await app.payload.countVersions({
    collection: 'materials',
    where: { parent: { equals: id } },
  });
  return { ...found, records: records.totalDocs, materials: materials.totalDocs };
}
const NOTHING = {
  'rights-records': 0,
  evidence: 0,
  files: 0,
  reviews: 0,
  records: 0,
  materials: 0,
};

describe('the bin', () => {
  it('takes a draft that was never submitted, and gives it back as it was', async () => {
    const { id } = await draft();
    const before = await stored(id);
    expect((await toBin(author, id)).status).toBe(200);
    expect(await status(author, 'GET', `/api/materials/${id}`)).toBe(404);
    const submit = { action: 'submit' };
    expect(await status(author, 'POST', `/api/materials/${id}/transition`, submit)).toBe(404);
    expect((await restore(author, id)).status).toBe(200);
    expect(await status(author, 'GET', `/api/materials/${id}`)).toBe(200);
    const { updatedAt: _then, ...content } = before ?? {};
    expect(await stored(id)).toMatchObject(content);
    expect(await status(author, 'POST', `/api/materials/${id}/transition`, submit)).toBe(200);
    const events = await actions(id);
    expect(events).toContain('material.bin');
    expect(events).toContain('material.restore');
  });

  it('is the department’s own: nobody else puts in or takes out', async () => {
    const { id } = await draft();
    for (const person of [elsewhere, editor, administrator]) {
      expect((await toBin(person, id)).status).toBe(403);
      expect((await deleteForGood(person, id)).status).toBe(403);
    }
    await toBin(author, id);
    for (const person of [elsewhere, editor, administrator]) {
      expect((await restore(person, id)).status).toBe(403);
      expect((await deleteForGood(person, id)).status).toBe(403);
    }
    expect((await stored(id))?.deletedAt).toEqual(expect.any(String));
  });

  it('refuses what was submitted once, though it is a draft again', async () => {
    const { id } = await draft();
    await advance(app, id, [
      { as: author, action: 'submit' },
      { as: author, action: 'recall' },
    ]);
    const answer = await toBin(author, id);
    const { errors } = answer.body as { errors: { code: string }[] };
    expect([answer.status, errors.map(({ code }) => code)]).toEqual([422, ['once_submitted']]);
    // Not even the system itself, past the rules of access.
    const deletedAt = new Date().toISOString();
    await expect(
      app.payload.update({ collection: 'materials', id, data: { deletedAt } }),
    ).rejects.toMatchObject({ errors: [{ field: 'deletedAt', code: 'once_submitted' }] });
    expect((await stored(id))?.deletedAt ?? null).toBeNull();
  });
});

describe('deleting for good', () => {
  it('takes a draft out of the bin and everything that was part of it', async () => {
    const { id, rightsId, fileId, evidenceId } = await draft();
    const component = await app.rest(author, 'POST', '/api/rights-records', {
      material: id,
      component: 'Ảnh bìa',
      title: 'Ảnh bìa',
    });
    expect(component.status).toBe(201);
    await app.rest(author, 'PATCH', `/api/rights-records/${rightsId}`, { country: 'FR' });
    expect(await left(id)).toMatchObject({ 'rights-records': 2, evidence: 1, files: 1 });
    await toBin(author, id);
    expect((await deleteForGood(author, id)).status).toBe(200);
    expect(await stored(id)).toBeNull();
    expect(await left(id)).toEqual(NOTHING);
    for (const [collection, part] of [
      ['rights-records', rightsId],
      ['evidence', evidenceId],
      ['files', fileId],
    ] as const) {
      const found = await app.payload.count({ collection, where: { id: { equals: part } } });
      expect(found.totalDocs, collection).toBe(0);
    }
    // There is nothing left that they might do something with.
    expect((await restore(author, id)).status).toBe(403);
    expect((await deleteForGood(author, id)).status).toBe(403);
  });

  it('leaves the record of it: who made it, binned it and deleted it', async () => {
    const { id } = await draft();
    await toBin(author, id);
    await deleteForGood(author, id);
    const events = await actions(id);
    expect(events[0]).toBe('material.create');
    expect(events.slice(-2)).toEqual(['material.bin', 'material.delete']);
  });

  it('takes one that was not put into the bin first', async () => {
    const { id } = await draft();
    expect(await status(author, 'DELETE', `/api/materials/${id}`)).toBe(200);
    expect(await stored(id)).toBeNull();
    expect(await left(id)).toEqual(NOTHING);
  });

  it('takes nothing of any other material', async () => {
    const other = await draft();
    const before = await left(other.id);
    const { id } = await draft();
    await deleteForGood(author, id);
    expect(await stored(id)).toBeNull();
    expect(await left(other.id)).toEqual(before);
  });

  it('is over for ever once it was submitted, in whatever state it is', async () => {
    const { id } = await draft();
    const steps = [
      { as: author, action: 'submit' },
      { as: author, action: 'recall' },
      { as: author, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'return', reasons: ['quality'] },
    ] as const;
    for (const step of steps) {
      await advance(app, id, [{ ...step, reasons: ['quality'] }]);
      for (const person of [author, editor, administrator]) {
        const state = `${step.action} by ${person.role}`;
        expect([403, 404], state).toContain((await deleteForGood(person, id)).status);
        expect([403, 404], state).toContain(await status(person, 'DELETE', `/api/materials/${id}`));
      }
      expect((await deleteForGood(author, id)).status).toBe(403);
    }
    expect((await stored(id))?.state).toBe('returned');
    expect(await left(id)).toMatchObject({ 'rights-records': 1, evidence: 1, files: 1 });
  });

  it('never takes what was published', async () => {
    const { id, identifier } = await publishedMaterial(app, { author, editor });
    await advance(app, id, [{ as: author, action: 'revise' }]);
    for (const person of [author, editor, administrator]) {
      expect((await deleteForGood(person, id)).status).toBe(403);
    }
    expect((await stored(id))?.identifier).toBe(identifier);
  });
});
