import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performAction } from '../../src/publishing/perform-action';
import type { Action } from '../../src/review/states';
import {
  advance,
  completeMaterial,
  completeRights,
  declareAgain,
  PAPER,
} from '../factories/materials';
import { storeFile } from '../../src/intake/store-upload';
import { getStorage } from '../../src/platform/storage/storage';
import { intakeGuards } from '../../src/processes/intake-guards';
import { receivedFile } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { makePdf } from '../intake/make-files';

let app: TestApp;
let author: TypedUser;
let manager: TypedUser;
let editor: TypedUser;
let colleague: TypedUser;
let administrator: TypedUser;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT']);
  manager = await app.person('manager', ['YT']);
  editor = await app.person('editor', [], 'Biên tập Một');
  colleague = await app.person('editor', [], 'Biên tập Hai');
  administrator = await app.person('administrator');
});
afterAll(() => app.close());

interface Answer {
  status: number;
  body: {
    code?: string;
    errors?: { field: string; code: string; message: string }[];
    by?: { id: string; name: string };
    lastAction?: string;
    [more: string]: unknown;
  };
}
async function act(user: TypedUser, id: string, action: Action, more = {}): Promise<Answer> {
  return (await app.rest(user, 'POST', `/api/materials/${id}/transition`, {
    action,
    ...more,
  })) as unknown as Answer;
}
const material = async (id: string) =>
  await app.payload.findByID({ collection: 'materials', id, depth: 0, trash: true });
async function draft(user: TypedUser, department = 'YT'): Promise<string> {
  const { body, status } = await app.rest(user, 'POST', '/api/materials', {
    department: await app.departmentId(department),
  });
  expect(status).toBe(201);
  return (body as { doc: { id: string } }).doc.id;
}
async function inReview(): Promise<Awaited<ReturnType<typeof completeMaterial>>> {
  const made = await completeMaterial(app, { author });
  await advance(app, made.id, [
    { as: author, action: 'submit' },
    { as: editor, action: 'claim' },
  ]);
  return made;
}

describe('submitting', () => {
  it('names every missing item of an empty draft at once, by field and in words', async () => {
    const answer = await act(author, await draft(author), 'submit');
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('conditions_unmet');
    const errors = answer.body.errors ?? [];
    expect(new Set(errors.map(({ field }) => field))).toEqual(
      new Set([
        'title',
        'abstract',
        'type',
        'subjects',
        'audiences',
        'creators',
        'items',
        'declarations.noStateSecret',
        'declarations.consents',
        'rights.basis',
        'rights.workType',
        'rights.title',
        'rights.owner.name',
        'rights.creditLine',
        'rights.evidence',
        'rights.licence',
      ]),
    );
    for (const { code, message } of errors) {
      expect(message, code).not.toBe(code);
      expect(message.length).toBeGreaterThan(10);
    }
  });

  const missing: [string, Record<string, unknown>][] = [
    ['title', { title: ' ' }],
    ['abstract', { abstract: '' }],
    ['type', { type: null }],
    ['subjects', { subjects: [] }],
    ['audiences', { audiences: [] }],
    ['creators', { creators: [] }],
    ['language', { language: [] }],
    ['items', { items: [] }],
    ['declarations.noStateSecret', { declarations: { noStateSecret: false, consents: true } }],
    ['declarations.consents', { declarations: { noStateSecret: true, consents: false } }],
  ];
  it('names exactly the one item that a complete draft lacks', async () => {
    const { id } = await completeMaterial(app, { author });
    const whole = await material(id);
    for (const [field, change] of missing) {
      const edit = await app.rest(author, 'PATCH', `/api/materials/${id}`, change);
      expect(edit.status, field).toBe(200);
      const answer = await act(author, id, 'submit');
      expect(
        answer.body.errors?.map((error) => error.field),
        field,
      ).toEqual([field]);
      const name = Object.keys(change)[0] as 'title';
      await app.rest(author, 'PATCH', `/api/materials/${id}`, { [name]: whole[name] });
    }
    expect((await act(author, id, 'submit')).status).toBe(200);
  });

  it('gives a permanent identifier once and keeps it', async () => {
    const { id } = await completeMaterial(app, { author });
    await act(author, id, 'submit');
    const { identifier } = await material(id);
    expect(identifier).toMatch(/^hl-[0-9a-hjkmnp-tv-z]{10}$/);
    await act(author, id, 'recall');
    await act(author, id, 'submit');
    expect((await material(id)).identifier).toBe(identifier);
  });
});

describe('recalling', () => {
  it('makes it the department’s own again: editors see it no more', async () => {
    const { id } = await completeMaterial(app, { author });
    await act(author, id, 'submit');
    expect((await app.rest(editor, 'GET', `/api/materials/${id}`)).status).toBe(200);
    expect((await act(author, id, 'recall')).status).toBe(200);
    expect(await material(id)).toMatchObject({ state: 'draft', submittedAt: null });
    expect((await app.rest(editor, 'GET', `/api/materials/${id}`)).status).toBe(404);
  });
});

describe('endorsing', () => {
  it('comes first where the department asks for it, and editors see nothing before', async () => {
    const department = await app.departmentId('VHTT');
    await app.payload.update({
      collection: 'departments',
      id: department,
      data: { requiresEndorsement: true },
    });
    const officer = await app.person('contributor', ['VHTT']);
    const head = await app.person('manager', ['VHTT']);
    const { id } = await completeMaterial(app, { author: officer, department: 'VHTT' });
    await act(officer, id, 'submit');
    expect((await material(id)).state).toBe('awaiting_endorsement');
    expect((await act(editor, id, 'claim')).status).toBe(404);
    expect((await act(officer, id, 'endorse')).status).toBe(403);
    expect((await act(head, id, 'return')).body.errors?.[0]?.code).toBe('reasons_missing');
    expect((await act(head, id, 'return', { reasons: ['quality'] })).status).toBe(200);
    expect((await material(id)).state).toBe('returned');
    await declareAgain(app, id);
    await act(officer, id, 'submit', { comment: 'Lãnh đạo đã xem, không phải sửa.' });
    expect((await act(head, id, 'endorse')).status).toBe(200);
    expect((await material(id)).state).toBe('submitted');
    expect((await act(editor, id, 'claim')).status).toBe(200);
  });
});

describe('claiming', () => {
  it('lets one of two at the same moment win; the other learns who was first and with what', async () => {
    const { id } = await completeMaterial(app, { author });
    await act(author, id, 'submit');
    const answers = await Promise.all([act(editor, id, 'claim'), act(colleague, id, 'claim')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers[0].status === 200 ? editor : colleague;
    const loser = answers.find(({ status }) => status === 409);
    expect((await material(id)).holder).toBe(winner.id);
    expect(loser?.body).toMatchObject({
      code: 'action_not_possible',
      by: { id: winner.id, name: winner.name },
      lastAction: 'claim',
      state: 'in_review',
    });
  });

  it('keeps another editor from deciding, and says whose it is', async () => {
    const { id } = await inReview();
    const answer = await act(colleague, id, 'approve');
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'taken_by_other', by: { id: editor.id } });
  });

  it('passes on by reassigning to an editor or an administrator, to nobody else', async () => {
    const { id } = await inReview();
    for (const to of [undefined, 'nobody', author.id, manager.id]) {
      expect((await act(administrator, id, 'reassign', { to })).body.errors).toMatchObject([
        { field: 'to' },
      ]);
    }
    expect((await act(administrator, id, 'reassign', { to: colleague.id })).status).toBe(200);
    expect((await act(editor, id, 'approve')).status).toBe(409);
    expect((await act(colleague, id, 'approve')).status).toBe(200);
  });
});

describe('whoever loses a review to a colleague', () => {
  const told = async (user: TypedUser, kind: string) =>
    (
      await app.payload.count({
        collection: 'notices',
        where: { and: [{ user: { equals: user.id } }, { kind: { equals: kind } }] },
      })
    ).totalDocs;

  it('is told, and it is not passed on to who has it already', async () => {
    const { id } = await inReview();
    const before = await told(editor, 'passed_on');
    expect((await act(colleague, id, 'reassign', { to: editor.id })).body.errors).toMatchObject([
      { field: 'to', code: 'to_holder' },
    ]);
    expect((await act(colleague, id, 'reassign', { to: colleague.id })).status).toBe(200);
    expect(await told(editor, 'passed_on')).toBe(before + 1);
  });

  it('takes each reason once', async () => {
    const { id } = await inReview();
    const twice = { reasons: ['quality', 'quality'], comment: 'Ảnh mờ.' };
    expect((await act(editor, id, 'return', twice)).status).toBe(200);
  });
});

describe('an editor who is away', () => {
  it('is given nothing, and takes nothing up, until they are back', async () => {
    const { id } = await inReview();
    const away = await app.person('editor', [], 'Phạm Thị Vắng');
    const since = (awayFrom: string | null) =>
      app.payload.update({ collection: 'users', id: away.id, data: { awayFrom } });
    await since('2026-01-01');
    expect((await act(administrator, id, 'reassign', { to: away.id })).body.errors).toMatchObject([
      { field: 'to', code: 'to_away', message: expect.stringContaining('Phạm Thị Vắng') as string },
    ]);
    expect((await act(editor, id, 'release')).status).toBe(200);
    expect((await act(away, id, 'claim')).body.errors).toMatchObject([
      { field: 'awayFrom', code: 'claim_while_away' },
    ]);
    await since(null);
    expect((await act(away, id, 'claim')).status).toBe(200);
  });
});

describe('separation of duties: whoever made a part may not approve', () => {
  const refused = async (id: string) => {
    const answer = await act(editor, id, 'approve');
    expect(answer).toMatchObject({ status: 403, body: { code: 'separation_of_duties' } });
    expect((await material(id)).state).toBe('in_review');
  };

  it('after uploading a file', async () => {
    const { id } = await inReview();
    await storeFile(
      { payload: app.payload, storage: getStorage(), guards: intakeGuards, user: editor },
      receivedFile(app, 'them.pdf', makePdf(['Them'])),
      { materialId: id, role: 'attachment' },
    );
    await refused(id);
  });

  it('after an edit as its holder', async () => {
    const { id } = await inReview();
    const edit = await app.rest(editor, 'PATCH', `/api/materials/${id}`, { publisher: 'Sở Y tế' });
    expect(edit.status).toBe(200);
    await refused(id);
  });

  it('after an edit of the rights record', async () => {
    const { id, rightsId } = await inReview();
    const edit = await app.rest(editor, 'PATCH', `/api/rights-records/${rightsId}`, {
      country: 'FR',
    });
    expect(edit.status).toBe(200);
    await refused(id);
  });

  it('after adding a component, and after taking one away', async () => {
    const { id } = await inReview();
    const added = await app.rest(editor, 'POST', '/api/rights-records', {
      ...(await completeRights(app, 'Ảnh bìa')),
      evidence: [PAPER],
      material: id,
      component: 'Ảnh bìa',
    });
    expect(added.status).toBe(201);
    await refused(id);
    const component = (added.body as { doc: { id: string } }).doc.id;
    expect((await app.rest(editor, 'DELETE', `/api/rights-records/${component}`)).status).toBe(200);
    await refused(id);
  });

  it('in bulk', async () => {
    const own = await inReview();
    const other = await inReview();
    await app.rest(editor, 'PATCH', `/api/materials/${own.id}`, { publisher: 'Sở Y tế' });
    const { body, status } = await app.rest(editor, 'POST', '/api/materials/transition', {
      ids: [own.id, other.id, 'nowhere'],
      action: 'approve',
    });
    expect(status).toBe(200);
    expect((body as { results: unknown[] }).results).toMatchObject([
      { id: own.id, ok: false, problem: { code: 'separation_of_duties', status: 403 } },
      { id: other.id, ok: true },
      { id: 'nowhere', ok: false, problem: { code: 'not_found' } },
    ]);
    expect((await material(own.id)).state).toBe('in_review');
    expect((await material(other.id)).state).toBe('approved');
  });

  it('but a look, a comment or an unchanged save makes nobody an author', async () => {
    const { id } = await inReview();
    const { publisher } = await material(id);
    await app.rest(editor, 'PATCH', `/api/materials/${id}`, { publisher });
    expect((await act(editor, id, 'approve', { comment: 'Tốt' })).status).toBe(200);
  });
});

describe('approving', () => {
  it('stores the hash of the content and the content itself, with the decision', async () => {
    const { id } = await inReview();
    await act(editor, id, 'approve', { comment: 'Đồng ý' });
    const { approval, holder } = await material(id);
    const decision = await app.payload.findByID({
      collection: 'reviews',
      id: String(approval),
      depth: 0,
    });
    expect(decision).toMatchObject({
      action: 'approve',
      actor: editor.id,
      fromState: 'in_review',
      toState: 'approved',
      comment: 'Đồng ý',
    });
    expect(decision.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(decision.content).toMatchObject({ department: 'YT', items: [{ role: 'main' }] });
    expect(holder).toBeNull();
  });
});

describe('rejecting', () => {
  it('is final and needs reasons', async () => {
    const { id } = await inReview();
    expect((await act(editor, id, 'reject')).status).toBe(422);
    expect((await act(editor, id, 'reject', { reasons: ['out_of_scope'] })).status).toBe(200);
    for (const [who, action] of [
      [author, 'submit'],
      [author, 'recall'],
      [author, 'revise'],
      [editor, 'claim'],
      [editor, 'publish'],
    ] as const) {
      expect((await act(who, id, action)).status).toBe(409);
    }
  });
});

describe('an action that writes its decision', () => {
  it('fails whole: no state, decision or event of a step that broke off', async () => {
    const { id } = await completeMaterial(app, { author });
    const create = app.payload.create.bind(app.payload);
    app.payload.create = ((args: { collection: string }) =>
      args.collection === 'audit-events'
        ? Promise.reject(new Error('broken'))
        : create(args as never)) as typeof app.payload.create;
    try {
      await expect(
        performAction({ payload: app.payload, user: author, materialId: id, action: 'submit' }),
      ).rejects.toThrow('broken');
    } finally {
      app.payload.create = create;
    }
    expect((await material(id)).state).toBe('draft');
    const decisions = await app.payload.count({
      collection: 'reviews',
      where: { material: { equals: id } },
    });
    expect(decisions.totalDocs).toBe(0);
  });
});
