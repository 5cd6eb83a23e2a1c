import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/platform/clock';
import type { TakedownListView } from '../../src/publishing/takedown/takedown-views';
import type { HomeView } from '../../src/review/view-models';
import { SENDER, startDesk, STATEMENT, type Desk } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterEach(() => {
  setClock(undefined);
});
afterAll(async () => {
  await desk.close();
});

describe('a notice of infringement', () => {
  it('becomes a case with its clocks running since it was sent', async () => {
    const { identifier, title } = await desk.published();
    setClock(new Date('2026-11-27T03:00:00.000Z'));
    const id = await desk.noticeOf([identifier]);
    expect(await desk.view(id)).toMatchObject({
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
    expect((await desk.events(id)).map(({ action }) => action)).toEqual(['takedown.receive']);
  });

  it('of an authority is due within a day', async () => {
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier], { capacity: 'authority' });
    expect((await desk.view(id)).clocks[0]?.code).toBe('authority');
  });

  it('may name what is none of ours, and is still a case', async () => {
    const id = await desk.noticeOf(['hl-0000000000']);
    const { items, can } = await desk.view(id);
    expect(items).toMatchObject([{ materialId: null, title: null, publication: 'none' }]);
    expect(can).toEqual({ withdraw: false, decide: true });
  });

  it('shows who sent it to editors, auditors and administrators, and to nobody else', async () => {
    const { identifier, id: materialId } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    const manager = await desk.app.person('manager', ['YT']);
    const addresses = [
      ...['/api/takedowns?limit=0&depth=3', `/api/takedowns/${id}`, '/api/staff/takedowns'],
      ...[`/api/staff/takedowns/${id}`, `/api/materials/${materialId}/workbench`],
      ...['/api/staff/home', '/api/inbox', '/api/outbox', '/api/audit-events?limit=0'],
    ];
    for (const user of [desk.officer, manager, null]) {
      for (const address of addresses) {
        const { body } = await desk.app.rest(user, 'GET', address);
        expect(JSON.stringify(body), address).not.toMatch(/Kín Đáo|kindao@/);
      }
    }
    for (const user of [desk.editor, desk.auditor, desk.administrator]) {
      expect(await desk.view(id, user)).toMatchObject(SENDER);
    }
    const trail = await desk.app.rest(desk.auditor, 'GET', '/api/audit-events?limit=0');
    expect(JSON.stringify(trail.body)).not.toMatch(/Kín Đáo|kindao@/);
    for (const collection of ['takedowns', 'inbox', 'acknowledgements']) {
      const written = await desk.app.rest(desk.administrator, 'POST', `/api/${collection}`, {});
      expect(written.status, collection).toBe(403);
    }
  });
});

describe('the precautionary withdrawal', () => {
  it('takes it from the world at once, with a tombstone that says why', async () => {
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    expect(await desk.statusOf(identifier)).toBe(200);
    expect((await desk.act(id, 'withdraw')).status).toBe(200);
    const gone = await desk.server.ask(null, `/v1/materials/${identifier}`);
    expect([gone.status, JSON.parse(gone.text)]).toMatchObject([
      410,
      { reason: { code: 'takedown' } },
    ]);
    expect(await desk.view(id)).toMatchObject({
      status: 'withdrawn_precautionary',
      withdrawn: { by: 'Trần Văn Xét' },
      items: [{ publication: 'withdrawn', byThis: true }],
      clocks: [
        { code: 'precaution', runs: false },
        { code: 'decision', runs: true },
      ],
      can: { withdraw: false, decide: true },
    });
    expect((await desk.events(id)).map(({ action }) => action)).toContain('takedown.withdraw');
  });

  it('tells the supplying department, without saying who complained', async () => {
    const { identifier, id: materialId } = await desk.published();
    const before = (await desk.notices('withdraw')).length;
    await desk.act(await desk.noticeOf([identifier]), 'withdraw');
    expect((await desk.notices('withdraw')).length).toBe(before + 1);
    const { body } = await desk.app.rest(
      desk.officer,
      'GET',
      `/api/materials/${materialId}/workbench`,
    );
    expect(JSON.stringify(body)).toContain('td-');
    expect(JSON.stringify(body)).not.toMatch(/Kín Đáo|kindao@/);
  });

  it('is for editors and administrators', async () => {
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    for (const user of [desk.officer, desk.auditor]) {
      expect((await desk.act(id, 'withdraw', {}, user)).status).toBe(403);
      expect((await desk.act(id, 'decide', { outcome: 'upheld', reasons: 'x' }, user)).status).toBe(
        403,
      );
    }
    expect(await desk.statusOf(identifier)).toBe(200);
  });

  it('is refused where nothing is public', async () => {
    const answer = await desk.act(await desk.noticeOf(['hl-0000000000']), 'withdraw');
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { errors: [{ code: 'nothing_public' }] },
    ]);
  });

  it('alone has a notice for its reason: nobody else may give it', async () => {
    const { id } = await desk.published();
    const answer = await desk.app.rest(desk.editor, 'POST', `/api/materials/${id}/transition`, {
      action: 'withdraw',
      reasons: ['takedown'],
      onNotice: true,
    });
    expect(answer.status).toBe(422);
  });
});

describe('the list of notices', () => {
  it('says which clock has run out, as the case and the home of the editor do', async () => {
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    const list = async () =>
      (await desk.app.rest(desk.editor, 'GET', '/api/staff/takedowns')).body as TakedownListView;
    const { reference } = await desk.view(id);
    const row = async () => (await list()).rows.find((one) => one.id === id);
    expect(await row()).toMatchObject({ reference, overdue: false, dueClock: 'precaution' });
    setClock(new Date(Date.now() + 73 * 3_600_000));
    expect(await row()).toMatchObject({ overdue: true });
    expect((await list()).counts.overdue).toBeGreaterThan(0);
    expect((await desk.view(id)).clocks[0]).toMatchObject({ runs: true, overdue: true });
    const home = (await desk.app.rest(desk.editor, 'GET', '/api/staff/home')).body as HomeView;
    expect(home.todo.find((todo) => todo.material.id === id)).toMatchObject({ kind: 'takedown' });
    const officers = (await desk.app.rest(desk.officer, 'GET', '/api/staff/home')).body as HomeView;
    expect(officers.todo.some(({ kind }) => kind === 'takedown')).toBe(false);
  });

  it('has what is due first at its top', async () => {
    const { rows } = (await desk.app.rest(desk.editor, 'GET', '/api/staff/takedowns'))
      .body as TakedownListView;
    const due = rows.map(({ dueAt }) => dueAt ?? '');
    expect(due).toEqual([...due].sort());
  });
});
