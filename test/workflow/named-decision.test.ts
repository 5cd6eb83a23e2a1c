import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performAction } from '../../src/publishing/perform-action';
import type { WorkbenchView } from '../../src/review/view-models';
import { advance, completeMaterial, type MadeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let editor: TypedUser;
let colleague: TypedUser;
let administrator: TypedUser;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT'], 'Lan');
  editor = await app.person('editor', [], 'Biên tập Một');
  colleague = await app.person('editor', [], 'Biên tập Hai');
  administrator = await app.person('administrator');
});
afterAll(() => app.close());

const GROUND = 'Tác giả mất năm 1937 theo giấy chứng tử; hết bảo hộ ở Pháp và ở Việt Nam.';
const AUTHOR = { name: 'Pierre Dieulefils', died: 1937, nationality: 'FR' };
const FIELDS = ['decidedBy', 'decidedAt', 'decisionGround'] as const;

/** A French picture of old Hanoi: the calculation leaves it to a person. */
async function foreignWork(): Promise<MadeMaterial> {
  return await completeMaterial(app, {
    author,
    rights: {
      basis: 'public_domain',
      workType: 'photograph',
      title: 'Phố Hàng Nón',
      authors: [AUTHOR],
      country: 'FR',
      published: 'yes',
      firstPublishedYear: 1905,
      owner: {},
      scope: [],
      licence: await app.licenceId('CC-PDM-1.0'),
      creditLine: 'Pierre Dieulefils, 1905',
    },
  });
}

async function claimed(by = editor): Promise<MadeMaterial> {
  const made = await foreignWork();
  await advance(app, made.id, [
    { as: author, action: 'submit' },
    { as: by, action: 'claim' },
  ]);
  return made;
}

interface Answer {
  status: number;
  body: { code?: string; errors?: { field: string; code: string; remedy: string }[] };
}
const decide = async (who: TypedUser | null, made: MadeMaterial, more = {}) =>
  (await app.rest(who, 'POST', `/api/materials/${made.id}/term-decision`, {
    rights: made.rightsId,
    ground: GROUND,
    ...more,
  })) as unknown as Answer;
const act = async (who: TypedUser, made: MadeMaterial, action: string) =>
  (await app.rest(who, 'POST', `/api/materials/${made.id}/transition`, {
    action,
  })) as unknown as Answer;
const record = async ({ rightsId }: MadeMaterial) =>
  await app.payload.findByID({ collection: 'rights-records', id: rightsId, depth: 0 });
const decided = async (made: MadeMaterial) => {
  const row = await record(made);
  return FIELDS.map((name) => row[name] ?? null);
};
const NOTHING = [null, null, null];
const edit = async (who: TypedUser, made: MadeMaterial, data: object) =>
  await app.rest(who, 'PATCH', `/api/rights-records/${made.rightsId}`, data);
const workbench = async (who: TypedUser, { id }: MadeMaterial) =>
  (await app.rest(who, 'GET', `/api/materials/${id}/workbench`)).body as WorkbenchView;
const events = async ({ id }: MadeMaterial, action: string) =>
  (
    await app.payload.find({
      collection: 'audit-events',
      where: { and: [{ subject: { equals: `materials/${id}` } }, { action: { equals: action } }] },
      depth: 0,
    })
  ).docs;

describe('a claim of public domain whose term nobody can calculate', () => {
  it('is refused without a named decision, and says to both sides what to do', async () => {
    const made = await claimed();
    const { status, body } = await act(editor, made, 'approve');
    expect(status).toBe(422);
    const [error, ...more] = body.errors ?? [];
    expect(more).toEqual([]);
    expect(error).toMatchObject({ field: 'rights.basis', code: 'public_domain_undecided' });
    expect(error?.remedy).toMatch(/Đơn vị: .*Người thẩm định: .*Ghi quyết định nêu tên/s);
  });

  it('is approved once the editor who holds it decided, with name, day and ground', async () => {
    const made = await claimed();
    expect((await decide(editor, made)).status).toBe(200);
    const row = await record(made);
    expect(row).toMatchObject({ decidedBy: editor.id, decisionGround: GROUND });
    expect(Date.now() - Date.parse(String(row.decidedAt))).toBeLessThan(60_000);
    for (const person of [editor, author]) {
      const { rights } = await workbench(person, made);
      expect(rights?.decision?.taken, person.role).toEqual({
        by: { id: editor.id, name: 'Biên tập Một' },
        at: row.decidedAt,
        ground: GROUND,
      });
    }
    const [event] = await events(made, 'rights.decide');
    expect(event).toMatchObject({ actor: editor.id, detail: { ground: GROUND } });
    expect((await act(editor, made, 'approve')).status).toBe(200);
    expect((await act(editor, made, 'publish')).status).toBe(200);
  });

  it('is decided on a component as on the whole', async () => {
    const made = await completeMaterial(app, { author });
    const part = await app.rest(author, 'POST', '/api/rights-records', {
      material: made.id,
      ...{ component: 'Ảnh trang 4', title: 'Phố Hàng Nón', basis: 'public_domain' },
      ...{ workType: 'photograph', authors: [AUTHOR], country: 'FR', published: 'yes' },
      ...{ firstPublishedYear: 1905, licence: await app.licenceId('CC-PDM-1.0') },
    });
    const { id } = (part.body as { doc: { id: string } }).doc;
    await app.payload.db.updateOne({
      collection: 'materials',
      id: made.id,
      data: { state: 'in_review', holder: editor.id, submittedAt: new Date().toISOString() },
    });
    const codes = async () =>
      (await workbench(editor, made)).missing
        .filter(({ field }) => field === 'rights.components.0.basis')
        .map(({ code }) => code);
    expect(await codes()).toEqual(['public_domain_undecided']);
    expect((await decide(editor, { ...made, rightsId: id })).status).toBe(200);
    expect(await codes()).toEqual([]);
  });
});

describe('who decides', () => {
  it('is nobody but the editor who holds it', async () => {
    const made = await claimed();
    for (const [who, status] of [
      [null, 401],
      [author, 403],
      [colleague, 409],
      [administrator, 409],
    ] as const) {
      expect((await decide(who, made)).status, who?.role).toBe(status);
    }
    const unclaimed = await foreignWork();
    await advance(app, unclaimed.id, [{ as: author, action: 'submit' }]);
    expect((await decide(editor, unclaimed)).status).toBe(409);
    expect(await decided(made)).toEqual(NOTHING);
    expect(await decided(unclaimed)).toEqual(NOTHING);
  });

  it('is no author of the content, who is told who may', async () => {
    const made = await claimed();
    expect((await edit(editor, made, { territory: 'vietnam' })).status).toBe(200);
    const { status, body } = await decide(editor, made);
    expect([status, body.code]).toEqual([403, 'separation_of_duties']);
    expect(await decided(made)).toEqual(NOTHING);
    const { decision } = (await workbench(editor, made)).rights ?? {};
    expect(decision?.enabled).toBe(false);
    expect(decision?.why).toContain('Biên tập Hai');
  });

  it('becomes no author of the content by deciding', async () => {
    const made = await claimed();
    const before = await record(made);
    await decide(editor, made);
    const { editors, lastEditedBy } = await record(made);
    expect(editors).toEqual(before.editors);
    expect(lastEditedBy).toBe(before.lastEditedBy);
  });

  it('is never the person who writes the record, in whatever way', async () => {
    const made = await foreignWork();
    const forged = { decidedBy: author.id, decidedAt: '2026-01-01T00:00:00.000Z' };
    for (const data of [forged, { decidedAt: forged.decidedAt }, { decisionGround: GROUND }]) {
      const patched = await edit(author, made, data);
      expect(patched.status).toBe(422);
      expect((patched.body as Answer['body']).errors?.[0]?.code).toBe('field_protected');
      const part = { material: made.id, component: 'Ảnh', ...data };
      expect((await app.rest(author, 'POST', '/api/rights-records', part)).status).toBe(422);
    }
    // Past the checks of input, as programs within the repository write for a person.
    await app.payload.update({
      collection: 'rights-records',
      id: made.rightsId,
      data: { ...forged, decisionGround: GROUND },
      user: author,
      overrideAccess: true,
    });
    expect(await decided(made)).toEqual(NOTHING);
    const part = await app.payload.create({
      collection: 'rights-records',
      data: { material: made.id, component: 'Ảnh', ...forged, decisionGround: GROUND },
      user: author,
      overrideAccess: true,
      depth: 0,
    });
    expect(FIELDS.map((name) => part[name] ?? null)).toEqual(NOTHING);
  });

  it('is not brought along when a claim is taken over from another material', async () => {
    const made = await claimed();
    await decide(editor, made);
    const target = await completeMaterial(app, { author, rights: { basis: 'licensed' } });
    const { status } = await app.rest(author, 'POST', `/api/materials/${target.id}/take-over`, {
      ...{ from: made.id, rights: true, overwrite: true },
    });
    expect(status).toBe(200);
    expect((await record(target)).basis).toBe('public_domain');
    expect(await decided(target)).toEqual(NOTHING);
  });
});

describe('the decision', () => {
  it('needs a ground in words, a question to answer, and the facts that were read', async () => {
    const made = await claimed();
    for (const ground of ['', '   \n ']) {
      const { status, body } = await decide(editor, made, { ground });
      expect(status).toBe(422);
      expect(body.errors?.[0]).toMatchObject({ field: 'ground', code: 'ground_missing' });
    }
    expect((await decide(editor, made, { rights: 'none' })).status).toBe(404);
    const old = await decide(editor, made, { seen: '2026-01-01T00:00:00.000Z' });
    expect([old.status, old.body.code]).toEqual([409, 'changed_meanwhile']);
    expect(await decided(made)).toEqual(NOTHING);
    const plain = await completeMaterial(app, { author });
    await advance(app, plain.id, [
      { as: author, action: 'submit' },
      { as: editor, action: 'claim' },
    ]);
    const unasked = await decide(editor, plain);
    expect(unasked.body.errors?.[0]?.code).toBe('decision_not_asked');
  });

  it('is taken back by who may give it, and the claim is refused again', async () => {
    const made = await claimed();
    expect((await decide(editor, made, { ground: null })).status).toBe(422);
    await decide(editor, made);
    expect((await decide(colleague, made, { ground: null })).status).toBe(409);
    expect((await decide(editor, made, { ground: null })).status).toBe(200);
    expect(await decided(made)).toEqual(NOTHING);
    expect(await events(made, 'rights.undecide')).toHaveLength(1);
    expect((await act(editor, made, 'approve')).status).toBe(422);
  });

  it('outlasts an edit of what the term does not depend on', async () => {
    const made = await claimed();
    await decide(editor, made);
    const before = await decided(made);
    await advance(app, made.id, [{ as: editor, action: 'return', reasons: ['other'] }]);
    await edit(author, made, { creditLine: 'P. Dieulefils, 1905', authors: [AUTHOR] });
    expect(await decided(made)).toEqual(before);
  });

  it('ends with the facts it was taken on, and that is kept', async () => {
    const made = await claimed();
    await decide(editor, made);
    await advance(app, made.id, [{ as: editor, action: 'return', reasons: ['other'] }]);
    expect((await edit(author, made, { authors: [{ ...AUTHOR, died: 1961 }] })).status).toBe(200);
    expect(await decided(made)).toEqual(NOTHING);
    const [event] = await events(made, 'rights.decision_ended');
    expect(event).toMatchObject({
      actor: author.id,
      detail: { facts: ['authors'], decidedBy: editor.id, ground: GROUND },
    });
    await advance(app, made.id, [
      { as: author, action: 'submit' },
      { as: editor, action: 'claim' },
    ]);
    expect((await act(editor, made, 'approve')).status).toBe(422);
  });

  it.each([
    ['the paper it was read from', 'evidence', { evidence: [] }],
    ['whose it is said to be', 'owner', { owner: { kind: 'person', name: 'Gia đình tác giả' } }],
  ])('ends with %s', async (_what, fact, change) => {
    const made = await claimed();
    await decide(editor, made);
    await advance(app, made.id, [{ as: editor, action: 'return', reasons: ['other'] }]);
    expect((await edit(author, made, change)).status).toBe(200);
    expect(await decided(made)).toEqual(NOTHING);
    const [event] = await events(made, 'rights.decision_ended');
    expect(event).toMatchObject({ detail: { facts: [fact] } });
  });

  it('is what the approval was given on: a year of death changed afterwards ends both', async () => {
    const made = await claimed();
    await decide(editor, made);
    expect((await act(editor, made, 'approve')).status).toBe(200);
    // Past the content lock, as nothing in the repository writes it.
    await app.payload.update({
      collection: 'rights-records',
      id: made.rightsId,
      data: { authors: [{ ...AUTHOR, died: 1961 }] },
      user: author,
      overrideAccess: true,
    });
    expect(await decided(made)).toEqual(NOTHING);
    const publish = performAction({
      payload: app.payload,
      user: editor,
      materialId: made.id,
      action: 'publish',
    });
    await expect(publish).rejects.toMatchObject({ code: 'conditions_unmet' });
    // Decided anew in the same words, it is still another content than the approved one.
    await app.payload.update({
      collection: 'rights-records',
      id: made.rightsId,
      data: { decidedBy: editor.id, decidedAt: new Date().toISOString(), decisionGround: GROUND },
    });
    const { body } = await act(editor, made, 'publish');
    expect(body.errors?.map(({ code }) => code)).toEqual(['approval_stale']);
  });

  it('that another took is another content than the approved one', async () => {
    const made = await claimed();
    await decide(editor, made);
    await act(editor, made, 'approve');
    await app.payload.update({
      collection: 'rights-records',
      id: made.rightsId,
      data: { decidedBy: colleague.id },
    });
    const { body } = await act(editor, made, 'publish');
    expect(body.errors?.map(({ code }) => code)).toEqual(['approval_stale']);
  });
});
