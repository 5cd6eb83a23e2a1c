import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advance, completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let editor: TypedUser;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT']);
  editor = await app.person('editor');
});
afterAll(() => app.close());

async function inReview() {
  const made = await completeMaterial(app, { author });
  await advance(app, made.id, [
    { as: author, action: 'submit' },
    { as: editor, action: 'claim' },
  ]);
  return made;
}
const rights = async (id: string) =>
  (await app.rest(editor, 'GET', `/api/rights-records/${id}?depth=0`)).body as Record<
    string,
    unknown
  >;
const save = (id: string, data: unknown) =>
  app.rest(editor, 'PATCH', `/api/rights-records/${id}`, data);
const approve = (id: string) =>
  app.rest(editor, 'POST', `/api/materials/${id}/transition`, { action: 'approve' });
async function edits(id: string): Promise<number> {
  const found = await app.payload.count({
    collection: 'audit-events',
    where: {
      and: [{ subject: { equals: `materials/${id}` } }, { action: { equals: 'rights.edit' } }],
    },
  });
  return found.totalDocs;
}

describe('saving a rights record as it stands', () => {
  it('makes the editor no author: they may still approve', async () => {
    const { id, rightsId } = await inReview();
    const before = await rights(rightsId);
    const events = await edits(id);
    const { createdAt: _made, updatedAt: _then, ...whole } = before;
    const saved = await save(rightsId, whole);
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    const after = await rights(rightsId);
    expect(after.editors).toEqual(before.editors);
    expect(after.lastEditedBy).toBe(author.id);
    expect(await edits(id)).toBe(events);
    expect((await approve(id)).status).toBe(200);
  });

  it('nor does saving one part of it, or blanks where nothing stood', async () => {
    const { id, rightsId } = await inReview();
    const { owner, authors, evidence, scope } = await rights(rightsId);
    for (const part of [{ owner }, { authors }, { evidence }, { scope }, { territory: '' }]) {
      expect((await save(rightsId, part)).status, JSON.stringify(part)).toBe(200);
    }
    expect((await rights(rightsId)).editors).toEqual([author.id]);
    expect((await approve(id)).status).toBe(200);
  });

  it('but a single changed word does', async () => {
    const { id, rightsId } = await inReview();
    const { owner } = await rights(rightsId);
    const changed = { owner: { ...(owner as object), name: 'Sở Y tế thành phố Hà Nội' } };
    expect((await save(rightsId, changed)).status).toBe(200);
    expect((await rights(rightsId)).editors).toEqual([author.id, editor.id]);
    const answer = await approve(id);
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ code: 'separation_of_duties' });
  });
});
