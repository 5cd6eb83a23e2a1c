import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuidedWorkbenchView } from '../../src/review/view-models';
import { advance, completeMaterial, completeRights, PAPER } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let officer: TypedUser;
let editor: TypedUser;

const NOT_SURE = { version: '2026.1', answers: { maker: 'not_sure', paper_at_hand: 'none' } };
/** What nobody can say before the basis is known. */
const UNKNOWN = { basis: null, licence: null, scope: [], owner: { kind: null, name: null } };

beforeAll(async () => {
  app = await startApp();
  officer = await app.person('contributor', ['YT'], 'Nguyễn Thị Lan');
  editor = await app.person('editor', [], 'Đỗ Thu Hà');
});
afterAll(() => app.close());

interface Refused {
  code?: string;
  errors?: { field: string; code: string }[];
}
const patch = (user: TypedUser, rightsId: string, data: object) =>
  app.rest(user, 'PATCH', `/api/rights-records/${rightsId}`, data);
const act = (user: TypedUser, id: string, action: string, more = {}) =>
  app.rest(user, 'POST', `/api/materials/${id}/transition`, { action, ...more });
const unmet = (answer: { body: unknown }) =>
  ((answer.body as Refused).errors ?? []).map(({ field, code }) => `${field} ${code}`);
const workbench = async (user: TypedUser, id: string) =>
  (await app.rest(user, 'GET', `/api/materials/${id}/workbench`)).body as GuidedWorkbenchView;

async function notSure() {
  const made = await completeMaterial(app, { author: officer, rights: UNKNOWN });
  await patch(officer, made.rightsId, { evidence: [], interview: NOT_SURE });
  return made;
}

describe('an officer who is not sure who made it', () => {
  it('cannot submit without a basis as long as nothing is asked', async () => {
    const { id } = await completeMaterial(app, { author: officer, rights: UNKNOWN });
    expect(unmet(await act(officer, id, 'submit'))).toContain('rights.basis basis_missing');
  });

  it('submits the question, which the editor reads with its asker', async () => {
    const { id } = await notSure();
    expect((await workbench(officer, id)).missing).toEqual([]);
    expect((await act(officer, id, 'submit')).status).toBe(200);
    const seen = await workbench(editor, id);
    expect(seen.submittedBy?.name).toBe('Nguyễn Thị Lan');
    expect(seen.rights?.interview?.questions).toContainEqual({
      code: 'maker_unknown',
      field: 'rights.basis',
      text: 'Người nộp không chắc ai làm ra. Căn cứ nào đúng?',
    });
    expect(seen.rights?.interview?.answers[0]).toEqual({
      question: 'Ai làm ra học liệu này?',
      answer: 'Tôi không chắc',
    });
  });

  it('is not asked for what only the answer can tell', async () => {
    const { id } = await notSure();
    const { demanded } = await workbench(officer, id);
    expect(demanded).not.toContain('rights.basis');
    expect(demanded).not.toContain('rights.licence');
    expect(demanded).toContain('rights.creditLine');
  });

  it('is not approved before a basis is chosen and proved, by nobody', async () => {
    const { id, rightsId } = await notSure();
    await advance(app, id, [
      { as: officer, action: 'submit' },
      { as: editor, action: 'claim' },
    ]);
    const refused = await act(editor, id, 'approve');
    expect(refused.status).toBe(422);
    expect(unmet(refused)).toEqual(
      expect.arrayContaining([
        'rights.basis basis_missing',
        'rights.evidence evidence_missing',
        'rights.licence licence_missing',
      ]),
    );
    await act(editor, id, 'return', { reasons: ['rights_unclear'], comment: 'Điều 39.' });
    const claim = await completeRights(app, 'Dinh dưỡng học đường');
    const paper = await paperOf(rightsId);
    expect((await patch(officer, rightsId, { ...claim, evidence: [paper] })).status).toBe(200);
    await advance(app, id, [
      { as: officer, action: 'submit' },
      { as: editor, action: 'claim' },
    ]);
    const open = await act(editor, id, 'approve');
    expect(unmet(open)).toEqual(['answers question_open', 'answers question_open']);
    expect((open.body as { errors: { message: string }[] }).errors[0]?.message).toContain(
      'Người nộp không chắc ai làm ra',
    );
    const questions = (await workbench(editor, id)).rights?.interview?.questions ?? [];
    const answers = questions.map(({ code }) => ({ rights: rightsId, code, answer: 'Điều 39.' }));
    const blank = answers.map((one) => ({ ...one, answer: '  ' }));
    expect((await act(editor, id, 'approve', { answers: blank })).status).toBe(422);
    expect((await act(editor, id, 'approve', { answers })).status).toBe(200);
    const said = (await workbench(officer, id)).timeline.at(-1);
    expect(said).toMatchObject({ action: 'approve', by: { name: 'Đỗ Thu Hà' } });
    expect(said?.comment).toContain('Căn cứ nào đúng?\n→ Điều 39.');
  });

  it('is answered even where the claim is whole: an unsure word is no word', async () => {
    const { id, rightsId } = await completeMaterial(app, { author: officer });
    const unsure = { maker: 'staff', assignment_paper: 'none' };
    await patch(officer, rightsId, { interview: { version: '2026.1', answers: unsure } });
    await advance(app, id, [
      { as: officer, action: 'submit' },
      { as: editor, action: 'claim' },
    ]);
    expect(unmet(await act(editor, id, 'approve'))).toContain('answers question_open');
    const bulk = await app.rest(editor, 'POST', '/api/materials/transition', {
      ids: [id],
      action: 'approve',
    });
    expect(bulk.body).toMatchObject({ results: [{ id, ok: false }] });
  });

  /** The paper that was sent for the record. */
  async function paperOf(rightsId: string) {
    const found = await app.payload.find({
      collection: 'evidence',
      where: { rights: { equals: rightsId } },
      depth: 0,
    });
    return { ...PAPER, document: found.docs[0]?.id };
  }
});

describe('the answers of an interview', () => {
  it('may name parts of others, which each need a record before it is submitted', async () => {
    const made = await completeMaterial(app, { author: officer });
    const answers = {
      maker: 'staff',
      assignment_paper: 'decision',
      work_type: 'text',
      others_work: ['pictures'],
    };
    await patch(officer, made.rightsId, { interview: { version: '2026.1', answers } });
    expect(unmet(await act(officer, made.id, 'submit'))).toEqual([
      'rights.components component_unrecorded',
    ]);
    const component = { material: made.id, component: 'Ảnh trang 4' };
    const interview = { version: '2026.1', kind: 'picture', answers: {} };
    const made2 = await app.rest(officer, 'POST', '/api/rights-records', {
      ...component,
      interview,
    });
    expect(made2.status).toBe(201);
    expect(unmet(await act(officer, made.id, 'submit'))).not.toContain(
      'rights.components component_unrecorded',
    );
  });

  it('are no part of what is approved', async () => {
    const { id, rightsId } = await completeMaterial(app, { author: officer });
    const before = await hashOf(id);
    await patch(officer, rightsId, { interview: NOT_SURE });
    expect(await hashOf(id)).toBe(before);
  });

  it('are refused when they are anything else', async () => {
    const { rightsId } = await completeMaterial(app, { author: officer });
    for (const interview of [{ answers: 'staff' }, { ...NOT_SURE, more: 1 }, ['staff']]) {
      expect((await patch(officer, rightsId, { interview })).status).toBe(400);
    }
  });

  it('are for those who may change the claim to write', async () => {
    const { rightsId } = await completeMaterial(app, { author: officer });
    const stranger = await app.person('contributor', ['NNMT']);
    expect((await patch(stranger, rightsId, { interview: NOT_SURE })).status).toBeGreaterThan(400);
  });

  async function hashOf(id: string): Promise<string> {
    const { contentHash, contentProjection } = await import('../../src/review/content-hash');
    const { loadDossier } = await import('../../src/review/dossier');
    return contentHash(
      contentProjection(await loadDossier({ payload: app.payload, materialId: id })),
    );
  }
});
