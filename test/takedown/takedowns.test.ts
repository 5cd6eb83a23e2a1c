import type { TypedUser } from 'payload';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { setClock } from '../../src/platform/clock';
import { inTransaction } from '../../src/platform/database/transaction';
import { createPortal } from '../../src/publishing/portals/create-portal';
import { receiveAcknowledgement } from '../../src/publishing/portals/receive-acknowledgement';
import type { TakedownListView, TakedownView } from '../../src/publishing/takedown/takedown-views';
import type { HomeView, WorkbenchView } from '../../src/review/view-models';
import { advance, publishedMaterial } from '../factories/materials';
import type { NoticeKind } from '../../src/review/notice-kinds';
import { startApp, type TestApp } from '../helpers/app';
import { startServer, type TestServer } from '../helpers/http';

let app: TestApp;
let server: TestServer;
let officer: TypedUser;
let editor: TypedUser;
let auditor: TypedUser;
let administrator: TypedUser;

beforeAll(async () => {
  app = await startApp();
  server = await startServer(app);
  officer = await app.person('contributor', ['YT']);
  editor = await app.person('editor', [], 'Trần Văn Xét');
  auditor = await app.person('auditor');
  administrator = await app.person('administrator');
});
afterEach(() => {
  setClock(undefined);
});
afterAll(async () => {
  await server.close();
  await app.close();
});

const SENDER = { name: 'Lê Kín Đáo', contact: 'kindao@example.vn' };
const STATEMENT = 'Trang 2 chép nguyên văn bài của tôi.';

async function published() {
  return await publishedMaterial(app, { author: officer, editor });
}

async function post(address: string, body: object, headers: Record<string, string> = {}) {
  return await server.ask(null, address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** Sends a notice as the public does; the case once the worker has turned it into one. */
async function noticeOf(identifiers: string[], change: object = {}): Promise<string> {
  const more = { capacity: 'author', grounds: 'copyright', statement: STATEMENT };
  const reply = await post('/v1/takedowns', { identifiers, ...SENDER, ...more, ...change });
  expect(reply.status).toBe(202);
  await server.work();
  const { reference } = JSON.parse(reply.text) as { reference: string };
  const found = await app.payload.find({
    collection: 'takedowns',
    where: { reference: { equals: reference } },
    depth: 0,
  });
  expect(found.totalDocs).toBe(1);
  return String(found.docs[0]?.id);
}

const view = async (id: string, user = editor) =>
  (await app.rest(user, 'GET', `/api/staff/takedowns/${id}`)).body as TakedownView;
const act = async (id: string, action: string, body: object = {}, user = editor) => {
  const answer = await app.rest(user, 'POST', `/api/staff/takedowns/${id}/${action}`, body);
  await server.work();
  return answer;
};
const decide = (id: string, outcome: string, more: object = {}) =>
  act(id, 'decide', { outcome, reasons: 'Đã đối chiếu bản gốc và giấy phép.', ...more });
const statusOf = async (identifier: string) =>
  (await server.ask(null, `/v1/materials/${identifier}`)).status;
const events = async (id: string) =>
  (
    await app.payload.find({
      collection: 'audit-events',
      where: { subject: { equals: `takedowns/${id}` } },
      sort: 'at',
      depth: 0,
    })
  ).docs;
/** What people were told, and are written to about. */
const notices = async (kind: NoticeKind, to = officer) =>
  (
    await app.payload.find({
      collection: 'notices',
      where: { and: [{ kind: { equals: kind } }, { user: { equals: to.id } }] },
      pagination: false,
    })
  ).docs;

describe('a notice of infringement', () => {
  it('becomes a case with its clocks running since it was sent', async () => {
    const { identifier, title } = await published();
    setClock(new Date('2026-11-27T03:00:00.000Z'));
    const id = await noticeOf([identifier]);
    expect(await view(id)).toMatchObject({
      status: 'received',
      ...SENDER,
      statement: STATEMENT,
      items: [{ identifier, title, publication: 'live', byThis: false }],
      clocks: [
        { code: 'precaution', runs: true, overdue: false },
        { code: 'decision', dueAt: '2026-12-11T16:59:59.000Z', runs: true },
      ],
      rules: { unverified: true },
      can: { withdraw: true, decide: true },
    });
    expect((await events(id)).map(({ action }) => action)).toEqual(['takedown.receive']);
  });

  it('of an authority is due within a day', async () => {
    const { identifier } = await published();
    const id = await noticeOf([identifier], { capacity: 'authority' });
    expect((await view(id)).clocks[0]?.code).toBe('authority');
  });

  it('may name what is none of ours, and is still a case', async () => {
    const id = await noticeOf(['hl-0000000000']);
    const { items, can } = await view(id);
    expect(items).toMatchObject([{ materialId: null, title: null, publication: 'none' }]);
    expect(can).toEqual({ withdraw: false, decide: true });
  });

  it('shows who sent it to editors, auditors and administrators, and to nobody else', async () => {
    const { identifier, id: materialId } = await published();
    const id = await noticeOf([identifier]);
    const manager = await app.person('manager', ['YT']);
    const addresses = [
      ...['/api/takedowns?limit=0&depth=3', `/api/takedowns/${id}`, '/api/staff/takedowns'],
      ...[`/api/staff/takedowns/${id}`, `/api/materials/${materialId}/workbench`],
      ...['/api/staff/home', '/api/inbox', '/api/outbox', '/api/audit-events?limit=0'],
    ];
    for (const user of [officer, manager, null]) {
      for (const address of addresses) {
        const { body } = await app.rest(user, 'GET', address);
        expect(JSON.stringify(body), address).not.toMatch(/Kín Đáo|kindao@/);
      }
    }
    for (const user of [editor, auditor, administrator]) {
      expect(await view(id, user)).toMatchObject(SENDER);
    }
    const trail = await app.rest(auditor, 'GET', '/api/audit-events?limit=0');
    expect(JSON.stringify(trail.body)).not.toMatch(/Kín Đáo|kindao@/);
    for (const collection of ['takedowns', 'inbox', 'acknowledgements']) {
      const written = await app.rest(administrator, 'POST', `/api/${collection}`, {});
      expect(written.status, collection).toBe(403);
    }
  });
});

describe('the precautionary withdrawal', () => {
  it('takes it from the world at once, with a tombstone that says why', async () => {
    const { identifier } = await published();
    const id = await noticeOf([identifier]);
    expect(await statusOf(identifier)).toBe(200);
    expect((await act(id, 'withdraw')).status).toBe(200);
    const gone = await server.ask(null, `/v1/materials/${identifier}`);
    expect([gone.status, JSON.parse(gone.text)]).toMatchObject([
      410,
      { reason: { code: 'takedown' } },
    ]);
    expect(await view(id)).toMatchObject({
      status: 'withdrawn_precautionary',
      withdrawn: { by: 'Trần Văn Xét' },
      items: [{ publication: 'withdrawn', byThis: true }],
      clocks: [
        { code: 'precaution', runs: false },
        { code: 'decision', runs: true },
      ],
      can: { withdraw: false, decide: true },
    });
    expect((await events(id)).map(({ action }) => action)).toContain('takedown.withdraw');
  });

  it('tells the supplying department, without saying who complained', async () => {
    const { identifier, id: materialId } = await published();
    const before = (await notices('withdraw')).length;
    await act(await noticeOf([identifier]), 'withdraw');
    expect((await notices('withdraw')).length).toBe(before + 1);
    const { body } = await app.rest(officer, 'GET', `/api/materials/${materialId}/workbench`);
    expect(JSON.stringify(body)).toContain('td-');
    expect(JSON.stringify(body)).not.toMatch(/Kín Đáo|kindao@/);
  });

  it('is for editors and administrators', async () => {
    const { identifier } = await published();
    const id = await noticeOf([identifier]);
    for (const user of [officer, auditor]) {
      expect((await act(id, 'withdraw', {}, user)).status).toBe(403);
      expect((await act(id, 'decide', { outcome: 'upheld', reasons: 'x' }, user)).status).toBe(403);
    }
    expect(await statusOf(identifier)).toBe(200);
  });

  it('is refused where nothing is public', async () => {
    const answer = await act(await noticeOf(['hl-0000000000']), 'withdraw');
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { errors: [{ code: 'nothing_public' }] },
    ]);
  });

  it('alone has a notice for its reason: nobody else may give it', async () => {
    const { id } = await published();
    const answer = await app.rest(editor, 'POST', `/api/materials/${id}/transition`, {
      action: 'withdraw',
      reasons: ['takedown'],
      onNotice: true,
    });
    expect(answer.status).toBe(422);
  });
});

describe('the decision', () => {
  it('rejects: what was withdrawn is public again under its identifier', async () => {
    const { identifier } = await published();
    const id = await noticeOf([identifier]);
    await act(id, 'withdraw');
    const before = (await notices('reinstate')).length;
    expect((await decide(id, 'rejected')).status).toBe(200);
    expect(await statusOf(identifier)).toBe(200);
    expect((await notices('reinstate')).length).toBe(before + 1);
    expect(await view(id)).toMatchObject({
      status: 'decided',
      outcome: 'rejected',
      decided: { by: 'Trần Văn Xét', reasons: 'Đã đối chiếu bản gốc và giấy phép.' },
      can: { withdraw: false, decide: false },
    });
  });

  it('rejects and leaves it withdrawn where the editor wants so', async () => {
    const { identifier } = await published();
    const id = await noticeOf([identifier]);
    await act(id, 'withdraw');
    expect((await decide(id, 'rejected', { reinstate: false })).status).toBe(200);
    expect(await statusOf(identifier)).toBe(410);
  });

  it('upholds: it is and stays withdrawn, also without a precaution before', async () => {
    const { identifier } = await published();
    const id = await noticeOf([identifier]);
    const told = async () => [
      (await notices('withdraw')).length,
      (await notices('takedown_upheld')).length,
    ];
    const [withdrawn = 0, upheld = 0] = await told();
    expect((await decide(id, 'upheld')).status).toBe(200);
    expect(await statusOf(identifier)).toBe(410);
    // One letter says it all: that it goes, and why.
    expect(await told()).toEqual([withdrawn + 1, upheld]);
    expect((await events(id)).map(({ action }) => action)).toEqual([
      'takedown.receive',
      'takedown.decide',
    ]);
  });

  it('says that it stays withdrawn, where the officer knew of the precaution', async () => {
    const { identifier } = await published();
    const id = await noticeOf([identifier]);
    await act(id, 'withdraw');
    const before = (await notices('takedown_upheld')).length;
    expect((await decide(id, 'upheld')).status).toBe(200);
    expect((await notices('takedown_upheld')).length).toBe(before + 1);
  });

  it('that upholds tells the department on all its screens what to mend, and offers nobody what is refused', async () => {
    const { identifier, id: materialId } = await published();
    const id = await noticeOf([identifier]);
    await act(id, 'withdraw');
    const reasons = 'Bỏ hình ở trang 3 theo đề nghị của Lê Kín Đáo.';
    expect((await decide(id, 'upheld', { reasons })).status).toBe(200);
    const seenBy = async (user: TypedUser) => {
      const { body } = await app.rest(user, 'GET', `/api/materials/${materialId}/workbench`);
      return body as unknown as WorkbenchView;
    };
    const page = await seenBy(officer);
    const gone = await server.ask(null, `/v1/materials/${identifier}`);
    expect(JSON.parse(gone.text)).toMatchObject({
      reason: {
        code: 'takedown',
        label: 'Theo thông báo vi phạm đã được chấp nhận',
      },
    });
    expect(page.withdrawal).toMatchObject({ action: 'upheld', by: { name: 'Trần Văn Xét' } });
    expect(page.withdrawal?.comment).toMatch(
      /Điều bị xâm phạm: Quyền tác giả\.\s+Bỏ hình ở trang 3/,
    );
    expect(JSON.stringify(page)).not.toContain('Kín Đáo');
    const { todo } = (await app.rest(officer, 'GET', '/api/staff/home'))
      .body as unknown as HomeView;
    expect(todo.find(({ material }) => material.id === materialId)).toMatchObject({
      kind: 'upheld',
      label: 'Sửa bản mới',
      detail: expect.stringContaining('Bỏ hình ở trang 3') as string,
    });
    const offered = (await seenBy(editor)).actions;
    expect(offered.find(({ action }) => action === 'reinstate')).toMatchObject({
      enabled: false,
      primary: false,
    });
    expect(offered.find(({ action }) => action === 'revise')?.primary).toBe(true);
  });

  it('never brings back what another notice holds too, and brings it back with the last', async () => {
    const { identifier } = await published();
    const [first, second] = [await noticeOf([identifier]), await noticeOf([identifier])];
    await act(first, 'withdraw');
    expect((await view(second)).can.withdraw).toBe(true);
    expect((await act(second, 'withdraw')).status).toBe(200);
    expect((await view(second)).can.withdraw).toBe(false);
    await decide(first, 'rejected');
    expect(await statusOf(identifier)).toBe(410);
    await decide(second, 'rejected');
    expect(await statusOf(identifier)).toBe(200);
  });

  it('is the only way back: nobody reinstates past a notice, open or upheld', async () => {
    const { id: material, identifier } = await published();
    const id = await noticeOf([identifier]);
    await act(id, 'withdraw');
    const pastIt = async () =>
      (
        await app.rest(editor, 'POST', `/api/materials/${material}/transition`, {
          action: 'reinstate',
        })
      ).body;
    const held = { errors: [{ field: 'state', code: 'held_by_notice' }] };
    expect(await pastIt()).toMatchObject(held);
    await decide(id, 'upheld');
    expect(await pastIt()).toMatchObject(held);
    expect(await statusOf(identifier)).toBe(410);
  });

  it('that would bring back what may not come back names which it is, and what to do', async () => {
    const whole = await published();
    const ended = await publishedMaterial(app, {
      author: officer,
      editor,
      title: 'Học liệu hết hạn quyền',
      rights: { licence: await app.licenceId('InC'), termTo: '2030-06-30' },
    });
    const id = await noticeOf([whole.identifier, ended.identifier]);
    await act(id, 'withdraw');
    setClock(new Date('2030-07-01T03:00:00Z'));
    const refused = await decide(id, 'rejected');
    expect(refused.status).toBe(422);
    const { errors } = refused.body as {
      errors: { code: string; message: string; remedy: string }[];
    };
    expect(errors.map(({ code }) => code)).toEqual(['term_ended']);
    expect(errors[0]?.message).toContain(`“Học liệu hết hạn quyền” (${ended.identifier})`);
    expect(errors[0]?.message).toContain('30/06/2030');
    expect(errors[0]?.remedy).toContain('mà không công bố lại ngay');
    expect(errors[0]?.remedy).toContain('Xin gia hạn');
    expect(JSON.stringify(errors)).not.toMatch(/\{\{|hl-\w+\).*hl-\w+\)/);
    // Nothing was done by halves, and the remedy is one.
    expect(await statusOf(whole.identifier)).toBe(410);
    expect((await view(id)).status).toBe('withdrawn_precautionary');
    expect((await decide(id, 'rejected', { reinstate: false })).status).toBe(200);
    const again = await app.rest(editor, 'POST', `/api/materials/${whole.id}/transition`, {
      action: 'reinstate',
    });
    expect(again.status).toBe(200);
  });

  it('lets a corrected version be published once it was upheld, not before', async () => {
    const { id: material, identifier } = await published();
    const id = await noticeOf([identifier]);
    await act(id, 'withdraw');
    await advance(app, material, [{ as: officer, action: 'revise' }]);
    const change = { abstract: 'Không còn trang 2.' };
    await app.rest(officer, 'PATCH', `/api/materials/${material}`, change);
    await advance(app, material, [
      { as: officer, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'approve' },
    ]);
    const publish = () =>
      app.rest(editor, 'POST', `/api/materials/${material}/transition`, { action: 'publish' });
    expect((await publish()).body).toMatchObject({ errors: [{ code: 'held_by_notice' }] });
    await decide(id, 'upheld');
    expect((await publish()).status).toBe(200);
    await server.work();
    expect(await statusOf(identifier)).toBe(200);
    // What was upheld against the version before binds this one no more.
    const later = await noticeOf([identifier]);
    await act(later, 'withdraw');
    expect((await decide(later, 'rejected')).status).toBe(200);
    expect(await statusOf(identifier)).toBe(200);
  });

  it('tells the department of it when who handed it in has left', async () => {
    const leaver = await app.person('contributor', ['NV']);
    const manager = await app.person('manager', ['NV']);
    const { identifier } = await publishedMaterial(app, {
      author: leaver,
      editor,
      department: 'NV',
    });
    await app.payload.update({ collection: 'users', id: leaver.id, data: { active: false } });
    await act(await noticeOf([identifier]), 'withdraw');
    expect(await notices('withdraw', manager)).toHaveLength(1);
    expect(await notices('withdraw', leaver)).toHaveLength(0);
  });

  it('needs reasons, and is taken once', async () => {
    const { identifier } = await published();
    const id = await noticeOf([identifier]);
    // Nine letters, and ten with the spaces around them, say nothing yet; ten do.
    for (const reasons of ['  ', 'Không sai', ' Không sai ']) {
      const refused = await decide(id, 'rejected', { reasons });
      expect(refused).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'reasons', code: 'decision_reasons_missing' }] },
      });
    }
    expect((await view(id)).status).toBe('received');
    const unknown = await decide(id, 'perhaps');
    expect([unknown.status, unknown.body]).toMatchObject([
      422,
      { errors: [{ field: 'outcome', code: 'invalid_value' }] },
    ]);
    expect((await decide(id, 'rejected', { reasons: 'Không sai.' })).status).toBe(200);
    const again = await decide(id, 'upheld');
    expect([again.status, again.body]).toMatchObject([409, { code: 'takedown_decided' }]);
    expect(await statusOf(identifier)).toBe(200);
  });

  it('brings nothing back that another notice keeps from the world', async () => {
    const { identifier } = await published();
    const first = await noticeOf([identifier]);
    const second = await noticeOf([identifier]);
    await act(first, 'withdraw');
    await decide(second, 'upheld');
    expect((await decide(first, 'rejected')).status).toBe(200);
    expect(await statusOf(identifier)).toBe(410);
  });

  it('leaves alone what was withdrawn for another reason before', async () => {
    const { identifier, id: materialId } = await published();
    const id = await noticeOf([identifier]);
    await app.rest(editor, 'POST', `/api/materials/${materialId}/transition`, {
      action: 'withdraw',
      reasons: ['quality'],
    });
    expect((await decide(id, 'rejected')).status).toBe(200);
    await server.work();
    expect(await statusOf(identifier)).toBe(410);
  });
});

describe('the clocks', () => {
  it('that ran out are seen in the list, on the case and on the home of the editor', async () => {
    const { identifier } = await published();
    const id = await noticeOf([identifier]);
    const list = async () =>
      (await app.rest(editor, 'GET', '/api/staff/takedowns')).body as TakedownListView;
    const { reference } = await view(id);
    const row = async () => (await list()).rows.find((one) => one.id === id);
    expect(await row()).toMatchObject({ reference, overdue: false, dueClock: 'precaution' });
    setClock(new Date(Date.now() + 73 * 3_600_000));
    expect(await row()).toMatchObject({ overdue: true });
    expect((await list()).counts.overdue).toBeGreaterThan(0);
    expect((await view(id)).clocks[0]).toMatchObject({ runs: true, overdue: true });
    const home = (await app.rest(editor, 'GET', '/api/staff/home')).body as HomeView;
    expect(home.todo.find((todo) => todo.material.id === id)).toMatchObject({ kind: 'takedown' });
    const officers = (await app.rest(officer, 'GET', '/api/staff/home')).body as HomeView;
    expect(officers.todo.some(({ kind }) => kind === 'takedown')).toBe(false);
  });

  it('put what is due first at the top of the list', async () => {
    const { rows } = (await app.rest(editor, 'GET', '/api/staff/takedowns'))
      .body as TakedownListView;
    const due = rows.map(({ dueAt }) => dueAt ?? '');
    expect(due).toEqual([...due].sort());
  });
});

describe('the portals that may hold a copy', () => {
  const acknowledge = async (key: string, body: object) => {
    const reply = await post('/v1/changes/ack', body, { authorization: `Bearer ${key}` });
    expect(reply.status).toBe(202);
    await server.work();
  };
  const keyOf = async (name: string, licences: string[] = []) => {
    const { key } = await createPortal({ payload: app.payload, name, licences });
    await server.work();
    return key;
  };
  const next = async () =>
    (JSON.parse((await server.ask(null, '/v1/changes?limit=1000')).text) as { next: string }).next;
  const said = async (id: string) =>
    Object.fromEntries(
      (await view(id)).portals.map(({ name, items: [item] }) => [
        name,
        item?.acknowledged?.by ?? null,
      ]),
    );

  it('stand with the case, each with whether it has acknowledged this withdrawal', async () => {
    const [follower, naming, silent] = [
      await keyOf('Cổng theo dòng'),
      await keyOf('Cổng nêu mã'),
      await keyOf('Cổng im lặng'),
    ];
    const { identifier } = await published();
    const id = await noticeOf([identifier]);
    expect((await view(id)).portals).toEqual([]);
    const early = await next();
    await acknowledge(silent, { identifiers: [identifier] });
    await act(id, 'withdraw');
    await acknowledge(silent, { cursor: early });
    await acknowledge(follower, { cursor: await next() });
    await acknowledge(naming, { identifiers: [identifier] });
    expect(await said(id)).toMatchObject({
      'Cổng theo dòng': 'cursor',
      'Cổng nêu mã': 'identifier',
      'Cổng im lặng': null,
    });
  });

  const reserve = {
    fields: { intendedUse: ['named_portals'] },
    rights: async () => ({ licence: await app.licenceId('HN-NOI-BO') }),
  };
  const reserved = async () =>
    await publishedMaterial(app, {
      author: officer,
      editor,
      fields: reserve.fields,
      rights: await reserve.rights(),
    });
  const setPortal = async (name: string, data: object) =>
    await app.payload.update({
      collection: 'portals',
      where: { name: { equals: name } },
      data,
      depth: 0,
    });
  const listed = async (id: string) => (await view(id)).portals.map(({ name }) => name);

  it('are those that could see it, and no others', async () => {
    const key = await keyOf('Cổng được dành', ['HN-NOI-BO']);
    await keyOf('Cổng có giấy phép khác', ['InC']);
    await keyOf('Cổng không giấy phép');
    const { identifier } = await reserved();
    const open = (await published()).identifier;
    const id = await noticeOf([identifier, open]);
    await act(id, 'withdraw');
    const items = Object.fromEntries(
      (await view(id)).portals.map((one) => [one.name, one.items.map((item) => item.identifier)]),
    );
    expect(items['Cổng được dành']?.sort()).toEqual([identifier, open].sort());
    expect(items['Cổng có giấy phép khác']).toEqual([open]);
    expect(items['Cổng không giấy phép']).toEqual([open]);
    // Its licence is taken back: what it fetched before is with it still.
    await setPortal('Cổng được dành', { licences: [] });
    const alone = await noticeOf([identifier]);
    await act(alone, 'withdraw');
    expect(await listed(alone)).toContain('Cổng được dành');
    expect(await listed(alone)).not.toContain('Cổng không giấy phép');
    await acknowledge(key, { cursor: await next() });
    expect((await said(alone))['Cổng được dành']).toBe('cursor');
  });

  it('are also those that could see a revision before, which was open to all', async () => {
    await keyOf('Cổng từng sao chép');
    await keyOf('Cổng dành riêng sau', ['HN-NOI-BO']);
    const { id: material, identifier, rightsId } = await published();
    await advance(app, material, [{ as: officer, action: 'revise' }]);
    await app.rest(officer, 'PATCH', `/api/materials/${material}`, reserve.fields);
    const rights = await reserve.rights();
    await app.rest(officer, 'PATCH', `/api/rights-records/${rightsId}`, rights);
    await advance(app, material, [
      { as: officer, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'approve' },
      { as: editor, action: 'publish' },
    ]);
    await server.work();
    expect(await statusOf(identifier)).toBe(404);
    const id = await noticeOf([identifier]);
    await act(id, 'withdraw');
    expect(await listed(id)).toEqual(
      expect.arrayContaining(['Cổng từng sao chép', 'Cổng dành riêng sau']),
    );
  });

  /** What a portal said at a moment, as the worker reads it from the inbox. */
  const receive = async (name: string, receivedAt: string, body: object) => {
    const found = await app.payload.find({
      collection: 'portals',
      where: { name: { equals: name } },
      depth: 0,
    });
    await inTransaction({ payload: app.payload }, async (req) => {
      const row = { body: { portal: found.docs[0]?.id, ...body }, receivedAt };
      await receiveAcknowledgement(req, row as never);
    });
  };

  it('stand there when they said that their copy is gone, whatever is known of their licences', async () => {
    await keyOf('Cổng nói đã xóa');
    const { identifier } = await reserved();
    const id = await noticeOf([identifier]);
    await act(id, 'withdraw');
    expect(await listed(id)).not.toContain('Cổng nói đã xóa');
    const now = new Date().toISOString();
    await receive('Cổng nói đã xóa', now, { seq: null, identifiers: [identifier] });
    expect((await said(id))['Cổng nói đã xóa']).toBe('identifier');
  });

  it('acknowledge nothing that had not happened yet when they said so', async () => {
    const [following, naming] = [await keyOf('Cổng nói trước'), await keyOf('Cổng nêu trước')];
    const { identifier } = await published();
    const id = await noticeOf([identifier]);
    await act(id, 'withdraw');
    // Said while it was live; the worker came to it only after it was taken down.
    const before = new Date(Date.now() - 60_000).toISOString();
    await receive('Cổng nói trước', before, { seq: 9_999_999, identifiers: [] });
    await receive('Cổng nêu trước', before, { seq: null, identifiers: [identifier] });
    expect(await said(id)).toMatchObject({ 'Cổng nói trước': null, 'Cổng nêu trước': null });
    await acknowledge(following, { cursor: await next() });
    await acknowledge(naming, { identifiers: [identifier] });
    expect(await said(id)).toMatchObject({
      'Cổng nói trước': 'cursor',
      'Cổng nêu trước': 'identifier',
    });
  });

  it('acknowledge several materials in one call, one named twice', async () => {
    const key = await keyOf('Cổng nhiều mã');
    const named = [(await published()).identifier, (await published()).identifier];
    const id = await noticeOf(named);
    await act(id, 'withdraw');
    await acknowledge(key, { identifiers: [...named, named[0], 'hl-0000000000'] });
    const portal = (await view(id)).portals.find(({ name }) => name === 'Cổng nhiều mã');
    expect(portal?.items.map(({ acknowledged }) => acknowledged?.by)).toEqual([
      'identifier',
      'identifier',
    ]);
  });

  it('stand there, marked, when they were closed: their copy may be there', async () => {
    const key = await keyOf('Cổng đã đóng');
    const { identifier } = await published();
    const id = await noticeOf([identifier]);
    await act(id, 'withdraw');
    await acknowledge(key, { identifiers: [identifier] });
    await app.payload.update({
      collection: 'portals',
      where: { name: { equals: 'Cổng đã đóng' } },
      data: { active: false },
    });
    const find = vi.spyOn(app.payload, 'find');
    const portal = (await view(id)).portals.find(({ name }) => name === 'Cổng đã đóng');
    expect(portal).toMatchObject({ closed: true, items: [{ acknowledged: { by: 'identifier' } }] });
    // Nothing is read of what portals said of other materials.
    const asked = find.mock.calls.findIndex(
      ([{ collection }]) => collection === 'acknowledgements',
    );
    const read = (await find.mock.results[asked]?.value) as { docs: { identifier?: string }[] };
    find.mockRestore();
    expect(new Set(read.docs.map((row) => row.identifier ?? identifier))).toEqual(
      new Set([identifier]),
    );
  });

  it('are asked again when it is withdrawn again', async () => {
    const key = await keyOf('Cổng lần hai');
    const { identifier } = await published();
    const first = await noticeOf([identifier]);
    await act(first, 'withdraw');
    await acknowledge(key, { identifiers: [identifier] });
    await decide(first, 'rejected');
    const second = await noticeOf([identifier]);
    await act(second, 'withdraw');
    expect((await said(second))['Cổng lần hai']).toBeNull();
  });

  it('acknowledge once, however often they say it, and never go back', async () => {
    const key = await keyOf('Cổng nói nhiều');
    const early = await next();
    const { identifier } = await published();
    await act(await noticeOf([identifier]), 'withdraw');
    const late = await next();
    for (const cursor of [late, late, early]) await acknowledge(key, { cursor });
    const portal = await app.payload.find({
      collection: 'portals',
      where: { name: { equals: 'Cổng nói nhiều' } },
      depth: 0,
    });
    const rows = await app.payload.find({
      collection: 'acknowledgements',
      where: { portal: { equals: portal.docs[0]?.id } },
      depth: 0,
    });
    expect(rows.docs).toHaveLength(1);
    const changes = await app.payload.find({ collection: 'changes', sort: '-seq', limit: 1 });
    expect(rows.docs[0]?.seq).toBe(changes.docs[0]?.seq);
  });

  it('have their use of the key noted by the day', async () => {
    const key = await keyOf('Cổng đã dùng');
    await server.ask(null, '/v1/materials', { headers: { authorization: `Bearer ${key}` } });
    await expect
      .poll(async () => {
        await server.work();
        const found = await app.payload.find({
          collection: 'portals',
          where: { name: { equals: 'Cổng đã dùng' } },
          depth: 0,
        });
        return found.docs[0]?.lastUsedAt ?? null;
      })
      .not.toBeNull();
  });
});
