import type { TypedUser } from 'payload';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/platform/clock';
import { performAction } from '../../src/publishing/perform-action';
import { advance, completeMaterial, publishedMaterial } from '../factories/materials';
import { reprojectLabels } from '../../src/publishing/reproject';
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
afterEach(() => {
  setClock(undefined);
});

async function rows(
  collection: 'publications' | 'publication-revisions' | 'changes',
  identifier: string,
) {
  const found = await app.payload.find({
    collection,
    where: { identifier: { equals: identifier } },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
  });
  return found.docs as unknown as Record<string, unknown>[];
}
const material = async (id: string) =>
  await app.payload.findByID({ collection: 'materials', id, depth: 0 });

async function approved() {
  const made = await completeMaterial(app, { author });
  await advance(app, made.id, [
    { as: author, action: 'submit' },
    { as: editor, action: 'claim' },
    { as: editor, action: 'approve' },
  ]);
  return made;
}
const publish = (id: string) =>
  performAction({ payload: app.payload, user: editor, materialId: id, action: 'publish' });

describe('publishing', () => {
  it('makes the publication, its immutable revision, the change and the order to index', async () => {
    const made = await publishedMaterial(app, { author, editor });
    const [publication, ...more] = await rows('publications', made.identifier);
    expect(more).toEqual([]);
    expect(publication).toMatchObject({ status: 'live', access: 'open', revision: 1 });
    expect(publication?.snapshot).toMatchObject({
      identifier: made.identifier,
      revision: 1,
      title: { vi: made.title },
      licence: { code: 'CC-BY-4.0' },
      attribution: { vi: 'Sở Y tế Hà Nội, 2026' },
      files: [{ id: made.filePublicId }],
    });
    expect(publication?.keys).toEqual(
      expect.arrayContaining(['department:YT', 'licence:CC-BY-4.0', `file:${made.filePublicId}`]),
    );
    const [revision] = await rows('publication-revisions', made.identifier);
    const approval = await app.payload.findByID({
      collection: 'reviews',
      id: String(revision?.approval),
      depth: 0,
    });
    expect(revision).toMatchObject({ revision: 1, snapshot: publication?.snapshot });
    expect(revision?.contentHash).toBe(approval.contentHash);
    expect(await rows('changes', made.identifier)).toMatchObject([
      { type: 'published', revision: 1 },
    ]);
    const orders = await app.payload.count({
      collection: 'outbox',
      where: { and: [{ topic: { equals: 'search.sync' } }, { key: { equals: made.identifier } }] },
    });
    expect(orders.totalDocs).toBe(1);
    expect(await material(made.id)).toMatchObject({
      state: 'published',
      publicationStatus: 'live',
    });
  });

  it('tells the world nothing of the evidence, the people who worked on it or its row ids', async () => {
    const made = await publishedMaterial(app, {
      author,
      editor,
      evidenceName: 'BIMAT-chung-cu.pdf',
    });
    const [publication] = await rows('publications', made.identifier);
    const text = JSON.stringify(publication?.snapshot);
    for (const secret of ['BIMAT', made.id, made.fileId, made.evidenceId, author.id, author.name]) {
      expect(text).not.toContain(String(secret));
    }
  });

  it('numbers changes without gap in the order of commits', async () => {
    const made = await Promise.all([approved(), approved(), approved()]);
    await Promise.all(made.map(({ id }) => publish(id)));
    const found = await app.payload.find({ collection: 'changes', sort: 'seq', pagination: false });
    const numbers = found.docs.map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('is refused when the content changed after the approval, and says so', async () => {
    const made = await approved();
    await app.payload.db.updateOne({
      collection: 'materials',
      id: made.id,
      data: { publisher: 'Nhà xuất bản khác' },
    });
    await expect(publish(made.id)).rejects.toMatchObject({
      code: 'conditions_unmet',
      errors: [{ field: 'state', code: 'approval_stale' }],
    });
    expect((await material(made.id)).publicationStatus).toBe('none');
  });

  it('is refused when the rights or a file’s bytes changed after the approval', async () => {
    const rights = await approved();
    await app.payload.db.updateOne({
      collection: 'rights-records',
      id: rights.rightsId,
      data: { conditions: 'Chỉ dùng tại Hà Nội' },
    });
    await expect(publish(rights.id)).rejects.toMatchObject({
      errors: [{ code: 'approval_stale' }],
    });
    const file = await approved();
    await app.payload.db.updateOne({
      collection: 'files',
      id: file.fileId,
      data: { sha256: 'a'.repeat(64) },
    });
    await expect(publish(file.id)).rejects.toMatchObject({ errors: [{ code: 'approval_stale' }] });
  });

  it('is refused while a file is still being processed, and names it', async () => {
    const made = await approved();
    await app.payload.db.updateOne({
      collection: 'files',
      id: made.fileId,
      data: { processing: 'pending' },
    });
    await expect(publish(made.id)).rejects.toMatchObject({
      errors: [{ field: 'items.0.file', code: 'file_pending' }],
    });
  });

  it('leaves the publication as it was while a revision is written, then replaces it', async () => {
    const made = await publishedMaterial(app, { author, editor });
    const [before] = await rows('publications', made.identifier);
    await advance(app, made.id, [{ as: author, action: 'revise' }]);
    const edit = await app.rest(author, 'PATCH', `/api/materials/${made.id}`, { title: 'Bản hai' });
    expect(edit.status).toBe(200);
    const [during] = await rows('publications', made.identifier);
    expect(during).toEqual(before);
    await advance(app, made.id, [
      { as: author, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'approve' },
      { as: editor, action: 'publish' },
    ]);
    const [after, ...others] = await rows('publications', made.identifier);
    expect(others).toEqual([]);
    expect(after).toMatchObject({
      id: before?.id,
      revision: 2,
      publishedAt: before?.publishedAt,
      snapshot: { title: { vi: 'Bản hai' }, revision: 2 },
    });
    const revisions = await rows('publication-revisions', made.identifier);
    expect(revisions.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(revisions[0]?.snapshot).toEqual(before?.snapshot);
    expect((await rows('changes', made.identifier)).map(({ type }) => type)).toEqual([
      'published',
      'updated',
    ]);
  });
});

describe('withdrawing and reinstating', () => {
  it('needs a reason from the list', async () => {
    const made = await publishedMaterial(app, { author, editor });
    const withdraw = (reasons?: string[]) =>
      performAction({
        payload: app.payload,
        user: editor,
        materialId: made.id,
        action: 'withdraw',
        reasons,
      });
    await expect(withdraw()).rejects.toMatchObject({ errors: [{ code: 'reasons_missing' }] });
    await expect(withdraw(['vì thích'])).rejects.toMatchObject({
      errors: [{ code: 'reason_unknown' }],
    });
    expect(await rows('publications', made.identifier)).toMatchObject([{ status: 'live' }]);
  });

  it('leaves a tombstone with its reason, and comes back under the same identifier', async () => {
    const made = await publishedMaterial(app, { author, editor });
    const [live] = await rows('publications', made.identifier);
    await advance(app, made.id, [
      { as: editor, action: 'withdraw', reasons: ['factual_error', 'quality'] },
    ]);
    const [gone] = await rows('publications', made.identifier);
    expect(gone).toMatchObject({
      status: 'withdrawn',
      withdrawReason: 'factual_error',
      id: live?.id,
    });
    expect(gone?.withdrawnAt).toEqual(expect.any(String));
    expect(await material(made.id)).toMatchObject({
      state: 'published',
      publicationStatus: 'withdrawn',
    });
    await advance(app, made.id, [{ as: editor, action: 'reinstate' }]);
    expect(await rows('publications', made.identifier)).toMatchObject([
      { id: live?.id, status: 'live', revision: 1, withdrawnAt: null, withdrawReason: null },
    ]);
    expect((await rows('changes', made.identifier)).map(({ type }) => type)).toEqual([
      'published',
      'withdrawn',
      'reinstated',
    ]);
  });

  it('comes back under the names of today, without a change told while it was away', async () => {
    const made = await publishedMaterial(app, { author, editor });
    await advance(app, made.id, [{ as: editor, action: 'withdraw', reasons: ['quality'] }]);
    const [gone] = await rows('publications', made.identifier);
    const [department] = (
      await app.payload.find({
        collection: 'departments',
        where: {
          code: { equals: (gone?.snapshot as { department: { code: string } }).department.code },
        },
      })
    ).docs;
    const { id = '', name } = department ?? {};
    await app.payload.update({ collection: 'departments', id, data: { name: 'Sở có tên mới' } });
    await reprojectLabels({ payload: app.payload, kind: 'department', id });
    const [still] = await rows('publications', made.identifier);
    expect(still).toMatchObject({ status: 'withdrawn', modifiedAt: gone?.modifiedAt });
    await advance(app, made.id, [{ as: editor, action: 'reinstate' }]);
    const [back] = await rows('publications', made.identifier);
    expect(back?.snapshot).toMatchObject({ department: { label: { vi: 'Sở có tên mới' } } });
    expect((await rows('changes', made.identifier)).map(({ type }) => type)).toEqual([
      'published',
      'withdrawn',
      'reinstated',
    ]);
    await app.payload.update({ collection: 'departments', id, data: { name } });
  });

  it('is not reinstated when its rights have ended since', async () => {
    const made = await publishedMaterial(app, {
      author,
      editor,
      rights: { termTo: '2030-06-30', licence: await app.licenceId('InC') },
    });
    await advance(app, made.id, [{ as: editor, action: 'withdraw', reasons: ['rights_unclear'] }]);
    // The granted term's last day in Hanoi still belongs to it.
    setClock(new Date('2030-06-30T16:59:00Z'));
    await advance(app, made.id, [{ as: editor, action: 'reinstate' }]);
    await advance(app, made.id, [{ as: editor, action: 'withdraw', reasons: ['rights_unclear'] }]);
    setClock(new Date('2030-06-30T17:01:00Z'));
    await expect(
      performAction({
        payload: app.payload,
        user: editor,
        materialId: made.id,
        action: 'reinstate',
      }),
    ).rejects.toMatchObject({ errors: [{ code: 'term_ended' }] });
  });
});

describe('taking an approval back', () => {
  it('makes the same content need a new one', async () => {
    const made = await approved();
    await advance(app, made.id, [{ as: editor, action: 'unapprove' }]);
    await expect(publish(made.id)).rejects.toMatchObject({ code: 'action_not_possible' });
    await advance(app, made.id, [{ as: editor, action: 'approve' }]);
    await publish(made.id);
    expect((await material(made.id)).publicationStatus).toBe('live');
  });

  it('revokes it for good: nothing is published upon it though the material named it again', async () => {
    const made = await approved();
    const { approval } = await material(made.id);
    await advance(app, made.id, [{ as: editor, action: 'unapprove' }]);
    await app.payload.db.updateOne({
      collection: 'materials',
      id: made.id,
      data: { state: 'approved', approval },
    });
    await expect(publish(made.id)).rejects.toMatchObject({
      code: 'conditions_unmet',
      errors: [{ field: 'state', code: 'approval_missing' }],
    });
    expect((await material(made.id)).publicationStatus).toBe('none');
  });

  it('keeps a withdrawn publication that rests on it from coming back', async () => {
    const made = await publishedMaterial(app, { author, editor });
    await advance(app, made.id, [{ as: editor, action: 'withdraw', reasons: ['quality'] }]);
    await app.payload.db.updateOne({
      collection: 'materials',
      id: made.id,
      data: { state: 'approved' },
    });
    await advance(app, made.id, [{ as: editor, action: 'unapprove' }]);
    await expect(
      advance(app, made.id, [{ as: editor, action: 'reinstate' }]),
    ).rejects.toMatchObject({ errors: [{ field: 'state', code: 'approval_missing' }] });
    expect((await material(made.id)).publicationStatus).toBe('withdrawn');
  });
});
