import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuidedWorkbenchView, TakenOverView } from '../../src/review/view-models';
import { advance, completeMaterial, type MadeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let colleague: TypedUser;
let stranger: TypedUser;
let editor: TypedUser;
let source: MadeMaterial;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT']);
  colleague = await app.person('contributor', ['YT']);
  stranger = await app.person('contributor', ['VHTT']);
  editor = await app.person('editor');
  source = await completeMaterial(app, { author });
});
afterAll(async () => await app.close());

async function draft(user = colleague, data: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await app.rest(user, 'POST', '/api/materials', {
    title: 'Tờ rơi số hai',
    ...data,
  });
  expect(status).toBe(201);
  return (body as { doc: { id: string } }).doc.id;
}

const take = (id: string, body: Record<string, unknown>, user = colleague) =>
  app.rest(user, 'POST', `/api/materials/${id}/take-over`, { from: source.id, ...body });

const page = async (id: string, user = colleague) =>
  (await app.rest(user, 'GET', `/api/materials/${id}/workbench`)).body as GuidedWorkbenchView;

describe('description and rights taken over from another material', () => {
  it('are shown first, and nothing is changed by looking', async () => {
    const id = await draft();
    const { status, body } = await take(id, { rights: true, papers: true, preview: true });
    expect(status).toBe(200);
    const { values, papers } = body as TakenOverView;
    expect(values.find(({ field }) => field === 'abstract')?.after).toMatchObject({
      vi: 'Bữa ăn cân đối cho học sinh tiểu học.',
    });
    expect(papers).toBe(1);
    const view = await page(id);
    expect(view.missing.map(({ field }) => field)).toContain('abstract');
    expect(view.rights?.evidence).toEqual([]);
  });

  it('leave a draft with only its own things to say: file, title of the work, declarations, people, AI, parts of others', async () => {
    const id = await draft();
    expect((await take(id, { rights: true, papers: true })).status).toBe(200);
    const { missing, title, items, rights } = await page(id);
    expect(missing.map(({ field }) => field).sort()).toEqual([
      'declarations.consents',
      'declarations.noStateSecret',
      'items',
      'rights.ai.use',
      'rights.components',
      'rights.portraitConsent',
      'rights.title',
    ]);
    expect(rights?.record.portraitConsent ?? null).toBeNull();
    expect((rights?.record.ai as { use?: string } | null)?.use ?? null).toBeNull();
    expect(title.vi).toBe('Tờ rơi số hai');
    expect(items).toEqual([]);
    expect(rights?.record).toMatchObject({ basis: 'employment', country: 'VN' });
  });

  it('count as complete when the three questions are answered for this one', async () => {
    const id = await draft();
    await take(id, { rights: true, papers: true });
    const record = (await page(id)).rights;
    const interview = record?.record.interview as { answers: object };
    const answers = { ...interview.answers, others_work: ['none'], people: 'not_sure', ai: 'none' };
    const { status } = await app.rest(
      colleague,
      'PATCH',
      `/api/rights-records/${record?.id ?? ''}`,
      { interview: { ...interview, answers }, ai: { use: 'none' } },
    );
    expect(status).toBe(200);
    expect((await page(id)).missing.map(({ field }) => field)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^rights\.(ai|components|portrait)/)]),
    );
  });

  it('bring no paper along unless the person says that it proves both', async () => {
    const id = await draft();
    await take(id, { rights: true });
    const { rights, missing } = await page(id);
    expect(rights?.evidence).toEqual([]);
    expect(missing.map(({ field }) => field)).toContain('rights.evidence');
  });

  it('say where the claim came from, by name to those who may see that one', async () => {
    const id = await draft();
    await take(id, { rights: true });
    const { title } = await page(source.id);
    expect((await page(id)).takenFrom).toEqual({ title: title.vi });
    await take(await draft(), {});
    const events = await app.payload.find({
      collection: 'audit-events',
      where: { subject: { equals: `materials/${id}` }, action: { equals: 'material.take_over' } },
    });
    expect(events.docs.map(({ detail }) => detail)).toEqual([
      { from: source.id, rights: true, papers: 0 },
    ]);
  });

  it('take the description alone when rights are not asked for', async () => {
    const id = await draft();
    await take(id, {});
    const { rights, content, takenFrom } = await page(id);
    expect(takenFrom).toBeNull();
    expect(rights?.record.basis ?? null).toBeNull();
    expect(content.keywords).toMatchObject({ vi: ['dinh dưỡng'] });
  });

  it('keep what somebody wrote, unless it is to be replaced', async () => {
    const id = await draft(colleague, { abstract: 'Của riêng tờ này.' });
    await take(id, {});
    expect((await page(id)).content.abstract).toMatchObject({ vi: 'Của riêng tờ này.' });
    await take(id, { overwrite: true });
    expect((await page(id)).content.abstract).toMatchObject({
      vi: 'Bữa ăn cân đối cho học sinh tiểu học.',
    });
  });

  it('bring the papers as papers of this record, which opens nothing of the other', async () => {
    const id = await draft();
    await take(id, { rights: true, papers: true });
    const [paper] = (await page(id)).rights?.evidence ?? [];
    expect(paper).toMatchObject({ number: '214/QĐ-SYT', kind: 'assignment_decision' });
    expect(paper?.document?.id).not.toBe(source.evidenceId);
    const read = async (user: TypedUser, evidence: string) =>
      (await app.rest(user, 'GET', `/api/evidence/${evidence}`)).status;
    expect(await read(colleague, paper?.document?.id ?? '')).toBe(200);
    for (const evidence of [paper?.document?.id ?? '', source.evidenceId]) {
      expect(await read(stranger, evidence)).toBe(404);
      expect(await read(editor, evidence)).toBe(404);
    }
    const again = (await take(id, { rights: true, papers: true, overwrite: true }))
      .body as TakenOverView;
    expect(again.papers).toBe(0);
  });

  it('make whoever takes them an author, and keep those of the source', async () => {
    const id = await draft();
    const second = await app.person('manager', ['YT']);
    await take(id, { rights: true }, second);
    const stored = await app.payload.findByID({ collection: 'materials', id, depth: 0 });
    expect(stored.editors).toEqual(
      expect.arrayContaining([colleague.id, second.id, author.id] as string[]),
    );
  });

  it('are refused from what the person does not see', async () => {
    const id = await draft(stranger);
    expect((await take(id, { rights: true, preview: true }, stranger)).status).toBe(404);
  });

  it('are refused from another department of the same person', async () => {
    const both = await app.person('contributor', ['YT', 'VHTT']);
    const id = await draft(both, { department: await app.departmentId('VHTT') });
    const { status, body } = await take(id, { rights: true }, both);
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ code: 'source_of_other_department' }] });
  });

  it('are refused into what is locked', async () => {
    const made = await completeMaterial(app, { author: colleague });
    await advance(app, made.id, [{ as: colleague, action: 'submit' }]);
    expect((await take(made.id, {})).status).toBe(409);
    expect((await take(made.id, {}, stranger)).status).toBe(404);
  });
});
