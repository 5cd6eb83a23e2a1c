import type { TypedUser } from 'payload';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/platform/clock';
import type { HomeView, WorkbenchView } from '../../src/review/view-models';
import { advance, publishedMaterial } from '../factories/materials';
import { startDesk, type Desk } from './desk';

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

describe('the decision', () => {
  it('rejects: what was withdrawn is public again under its identifier', async () => {
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    await desk.act(id, 'withdraw');
    const before = (await desk.notices('reinstate')).length;
    expect((await desk.decide(id, 'rejected')).status).toBe(200);
    expect(await desk.statusOf(identifier)).toBe(200);
    expect((await desk.notices('reinstate')).length).toBe(before + 1);
    expect(await desk.view(id)).toMatchObject({
      status: 'decided',
      outcome: 'rejected',
      decided: { by: 'Trần Văn Xét', reasons: 'Đã đối chiếu bản gốc và giấy phép.' },
      can: { withdraw: false, decide: false },
    });
  });

  it('rejects and leaves it withdrawn where the editor wants so', async () => {
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    await desk.act(id, 'withdraw');
    expect((await desk.decide(id, 'rejected', { reinstate: false })).status).toBe(200);
    expect(await desk.statusOf(identifier)).toBe(410);
  });

  it('upholds: it is and stays withdrawn, also without a precaution before', async () => {
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    const told = async () => [
      (await desk.notices('withdraw')).length,
      (await desk.notices('takedown_upheld')).length,
    ];
    const [withdrawn = 0, upheld = 0] = await told();
    expect((await desk.decide(id, 'upheld')).status).toBe(200);
    expect(await desk.statusOf(identifier)).toBe(410);
    // One letter says it all: that it goes, and why.
    expect(await told()).toEqual([withdrawn + 1, upheld]);
    expect((await desk.events(id)).map(({ action }) => action)).toEqual([
      'takedown.receive',
      'takedown.decide',
    ]);
  });

  it('says that it stays withdrawn, where the officer knew of the precaution', async () => {
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    await desk.act(id, 'withdraw');
    const before = (await desk.notices('takedown_upheld')).length;
    expect((await desk.decide(id, 'upheld')).status).toBe(200);
    expect((await desk.notices('takedown_upheld')).length).toBe(before + 1);
  });

  it('that upholds tells the department on all its screens what to mend, and offers nobody what is refused', async () => {
    const { identifier, id: materialId } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    await desk.act(id, 'withdraw');
    const reasons = 'Bỏ hình ở trang 3 theo đề nghị của Lê Kín Đáo.';
    expect((await desk.decide(id, 'upheld', { reasons })).status).toBe(200);
    const seenBy = async (user: TypedUser) => {
      const { body } = await desk.app.rest(user, 'GET', `/api/materials/${materialId}/workbench`);
      return body as unknown as WorkbenchView;
    };
    const page = await seenBy(desk.officer);
    const gone = await desk.server.ask(null, `/v1/materials/${identifier}`);
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
    const { todo } = (await desk.app.rest(desk.officer, 'GET', '/api/staff/home'))
      .body as unknown as HomeView;
    expect(todo.find(({ material }) => material.id === materialId)).toMatchObject({
      kind: 'upheld',
      label: 'Sửa bản mới',
      detail: expect.stringContaining('Bỏ hình ở trang 3') as string,
    });
    const offered = (await seenBy(desk.editor)).actions;
    expect(offered.find(({ action }) => action === 'reinstate')).toMatchObject({
      enabled: false,
      primary: false,
    });
    expect(offered.find(({ action }) => action === 'revise')?.primary).toBe(true);
  });

  it('never brings back what another notice holds too, and brings it back with the last', async () => {
    const { identifier } = await desk.published();
    const [first, second] = [await desk.noticeOf([identifier]), await desk.noticeOf([identifier])];
    await desk.act(first, 'withdraw');
    expect((await desk.view(second)).can.withdraw).toBe(true);
    expect((await desk.act(second, 'withdraw')).status).toBe(200);
    expect((await desk.view(second)).can.withdraw).toBe(false);
    await desk.decide(first, 'rejected');
    expect(await desk.statusOf(identifier)).toBe(410);
    await desk.decide(second, 'rejected');
    expect(await desk.statusOf(identifier)).toBe(200);
  });

  it('is the only way back: nobody reinstates past a notice, open or upheld', async () => {
    const { id: material, identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    await desk.act(id, 'withdraw');
    const pastIt = async () =>
      (
        await desk.app.rest(desk.editor, 'POST', `/api/materials/${material}/transition`, {
          action: 'reinstate',
        })
      ).body;
    const held = { errors: [{ field: 'state', code: 'held_by_notice' }] };
    expect(await pastIt()).toMatchObject(held);
    await desk.decide(id, 'upheld');
    expect(await pastIt()).toMatchObject(held);
    expect(await desk.statusOf(identifier)).toBe(410);
  });

  it('that would bring back what may not come back names which it is, and what to do', async () => {
    const whole = await desk.published();
    const ended = await publishedMaterial(desk.app, {
      author: desk.officer,
      editor: desk.editor,
      title: 'Học liệu hết hạn quyền',
      rights: { licence: await desk.app.licenceId('InC'), termTo: '2030-06-30' },
    });
    const id = await desk.noticeOf([whole.identifier, ended.identifier]);
    await desk.act(id, 'withdraw');
    setClock(new Date('2030-07-01T03:00:00Z'));
    const refused = await desk.decide(id, 'rejected');
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
    expect(await desk.statusOf(whole.identifier)).toBe(410);
    expect((await desk.view(id)).status).toBe('withdrawn_precautionary');
    expect((await desk.decide(id, 'rejected', { reinstate: false })).status).toBe(200);
    const again = await desk.app.rest(
      desk.editor,
      'POST',
      `/api/materials/${whole.id}/transition`,
      {
        action: 'reinstate',
      },
    );
    expect(again.status).toBe(200);
  });

  it('lets a corrected version be published once it was upheld, not before', async () => {
    const { id: material, identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    await desk.act(id, 'withdraw');
    await advance(desk.app, material, [{ as: desk.officer, action: 'revise' }]);
    const change = { abstract: 'Không còn trang 2.' };
    await desk.app.rest(desk.officer, 'PATCH', `/api/materials/${material}`, change);
    await advance(desk.app, material, [
      { as: desk.officer, action: 'submit' },
      { as: desk.editor, action: 'claim' },
      { as: desk.editor, action: 'approve' },
    ]);
    const publish = () =>
      desk.app.rest(desk.editor, 'POST', `/api/materials/${material}/transition`, {
        action: 'publish',
      });
    expect((await publish()).body).toMatchObject({ errors: [{ code: 'held_by_notice' }] });
    await desk.decide(id, 'upheld');
    expect((await publish()).status).toBe(200);
    await desk.server.work();
    expect(await desk.statusOf(identifier)).toBe(200);
    // What was upheld against the version before binds this one no more.
    const later = await desk.noticeOf([identifier]);
    await desk.act(later, 'withdraw');
    expect((await desk.decide(later, 'rejected')).status).toBe(200);
    expect(await desk.statusOf(identifier)).toBe(200);
  });

  it('tells the department of it when who handed it in has left', async () => {
    const leaver = await desk.app.person('contributor', ['NV']);
    const manager = await desk.app.person('manager', ['NV']);
    const { identifier } = await publishedMaterial(desk.app, {
      author: leaver,
      editor: desk.editor,
      department: 'NV',
    });
    await desk.app.payload.update({ collection: 'users', id: leaver.id, data: { active: false } });
    await desk.act(await desk.noticeOf([identifier]), 'withdraw');
    expect(await desk.notices('withdraw', manager)).toHaveLength(1);
    expect(await desk.notices('withdraw', leaver)).toHaveLength(0);
  });

  it('needs reasons, and is taken once', async () => {
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    // Nine letters, and ten with the spaces around them, say nothing yet; ten do.
    for (const reasons of ['  ', 'Không sai', ' Không sai ']) {
      const refused = await desk.decide(id, 'rejected', { reasons });
      expect(refused).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'reasons', code: 'decision_reasons_missing' }] },
      });
    }
    expect((await desk.view(id)).status).toBe('received');
    const unknown = await desk.decide(id, 'perhaps');
    expect([unknown.status, unknown.body]).toMatchObject([
      422,
      { errors: [{ field: 'outcome', code: 'invalid_value' }] },
    ]);
    expect((await desk.decide(id, 'rejected', { reasons: 'Không sai.' })).status).toBe(200);
    const again = await desk.decide(id, 'upheld');
    expect([again.status, again.body]).toMatchObject([409, { code: 'takedown_decided' }]);
    expect(await desk.statusOf(identifier)).toBe(200);
  });

  it('of two who decide at the same time is that of the first, and the second is told', async () => {
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    await desk.act(id, 'withdraw');
    const send = (user: TypedUser, outcome: 'upheld' | 'rejected') =>
      desk.app.rest(user, 'POST', `/api/staff/takedowns/${id}/decide`, {
        ...{ outcome, reasons: 'Đã đối chiếu bản gốc và giấy phép.' },
      });
    const [rejects, upholds] = await Promise.all([
      send(desk.editor, 'rejected'),
      send(desk.administrator, 'upheld'),
    ]);
    await desk.server.work();
    expect([rejects.status, upholds.status].sort()).toEqual([200, 409]);
    const [outcome, status] = rejects.status === 200 ? ['rejected', 200] : ['upheld', 410];
    expect((await desk.view(id)).outcome).toBe(outcome);
    expect(await desk.statusOf(identifier)).toBe(status);
    const actions = (await desk.events(id)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'takedown.decide')).toHaveLength(1);
  });

  it('brings nothing back that another notice keeps from the world', async () => {
    const { identifier } = await desk.published();
    const first = await desk.noticeOf([identifier]);
    const second = await desk.noticeOf([identifier]);
    await desk.act(first, 'withdraw');
    await desk.decide(second, 'upheld');
    expect((await desk.decide(first, 'rejected')).status).toBe(200);
    expect(await desk.statusOf(identifier)).toBe(410);
  });

  it('leaves alone what was withdrawn for another reason before', async () => {
    const { identifier, id: materialId } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    await desk.app.rest(desk.editor, 'POST', `/api/materials/${materialId}/transition`, {
      action: 'withdraw',
      reasons: ['quality'],
    });
    expect((await desk.decide(id, 'rejected')).status).toBe(200);
    await desk.server.work();
    expect(await desk.statusOf(identifier)).toBe(410);
  });
});
