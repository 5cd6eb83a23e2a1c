import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inTransaction } from '../../src/platform/database/transaction';
import { createPortal } from '../../src/publishing/portals/create-portal';
import { receiveAcknowledgement } from '../../src/publishing/portals/receive-acknowledgement';
import { advance, publishedMaterial } from '../factories/materials';
import { startDesk, type Desk } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(async () => {
  await desk.close();
});

describe('the portals that may hold a copy', () => {
  const acknowledge = async (key: string, body: object) => {
    const reply = await desk.post('/v1/changes/ack', body, { authorization: `Bearer ${key}` });
    expect(reply.status).toBe(202);
    await desk.server.work();
  };
  const keyOf = async (name: string, licences: string[] = []) => {
    const { key } = await createPortal({ payload: desk.app.payload, name, licences });
    await desk.server.work();
    return key;
  };
  const next = async () =>
    (JSON.parse((await desk.server.ask(null, '/v1/changes?limit=1000')).text) as { next: string })
      .next;
  const said = async (id: string) =>
    Object.fromEntries(
      (await desk.view(id)).portals.map(({ name, items: [item] }) => [
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
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    expect((await desk.view(id)).portals).toEqual([]);
    const early = await next();
    await acknowledge(silent, { identifiers: [identifier] });
    await desk.act(id, 'withdraw');
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
    rights: async () => ({ licence: await desk.app.licenceId('HN-NOI-BO') }),
  };
  const reserved = async () =>
    await publishedMaterial(desk.app, {
      author: desk.officer,
      editor: desk.editor,
      fields: reserve.fields,
      rights: await reserve.rights(),
    });
  const setPortal = async (name: string, data: object) =>
    await desk.app.payload.update({
      collection: 'portals',
      where: { name: { equals: name } },
      data,
      depth: 0,
    });
  const listed = async (id: string) => (await desk.view(id)).portals.map(({ name }) => name);

  it('are those that could see it, and no others', async () => {
    const key = await keyOf('Cổng được dành', ['HN-NOI-BO']);
    await keyOf('Cổng có giấy phép khác', ['InC']);
    await keyOf('Cổng không giấy phép');
    const { identifier } = await reserved();
    const open = (await desk.published()).identifier;
    const id = await desk.noticeOf([identifier, open]);
    await desk.act(id, 'withdraw');
    const items = Object.fromEntries(
      (await desk.view(id)).portals.map((one) => [
        one.name,
        one.items.map((item) => item.identifier),
      ]),
    );
    expect(items['Cổng được dành']?.sort()).toEqual([identifier, open].sort());
    expect(items['Cổng có giấy phép khác']).toEqual([open]);
    expect(items['Cổng không giấy phép']).toEqual([open]);
    // Its licence is taken back: what it fetched before is with it still.
    await setPortal('Cổng được dành', { licences: [] });
    const alone = await desk.noticeOf([identifier]);
    await desk.act(alone, 'withdraw');
    expect(await listed(alone)).toContain('Cổng được dành');
    expect(await listed(alone)).not.toContain('Cổng không giấy phép');
    await acknowledge(key, { cursor: await next() });
    expect((await said(alone))['Cổng được dành']).toBe('cursor');
  });

  it('are also those that could see a revision before, which was open to all', async () => {
    await keyOf('Cổng từng sao chép');
    await keyOf('Cổng dành riêng sau', ['HN-NOI-BO']);
    const { id: material, identifier, rightsId } = await desk.published();
    await advance(desk.app, material, [{ as: desk.officer, action: 'revise' }]);
    await desk.app.rest(desk.officer, 'PATCH', `/api/materials/${material}`, reserve.fields);
    const rights = await reserve.rights();
    await desk.app.rest(desk.officer, 'PATCH', `/api/rights-records/${rightsId}`, rights);
    await advance(desk.app, material, [
      { as: desk.officer, action: 'submit' },
      { as: desk.editor, action: 'claim' },
      { as: desk.editor, action: 'approve' },
      { as: desk.editor, action: 'publish' },
    ]);
    await desk.server.work();
    expect(await desk.statusOf(identifier)).toBe(404);
    const id = await desk.noticeOf([identifier]);
    await desk.act(id, 'withdraw');
    expect(await listed(id)).toEqual(
      expect.arrayContaining(['Cổng từng sao chép', 'Cổng dành riêng sau']),
    );
  });

  /** What a portal said at a moment, as the worker reads it from the inbox. */
  const receive = async (name: string, receivedAt: string, body: object) => {
    const found = await desk.app.payload.find({
      collection: 'portals',
      where: { name: { equals: name } },
      depth: 0,
    });
    await inTransaction({ payload: desk.app.payload }, async (req) => {
      const row = { body: { portal: found.docs[0]?.id, ...body }, receivedAt };
      await receiveAcknowledgement(req, row as never);
    });
  };

  it('stand there when they said that their copy is gone, whatever is known of their licences', async () => {
    await keyOf('Cổng nói đã xóa');
    const { identifier } = await reserved();
    const id = await desk.noticeOf([identifier]);
    await desk.act(id, 'withdraw');
    expect(await listed(id)).not.toContain('Cổng nói đã xóa');
    const now = new Date().toISOString();
    await receive('Cổng nói đã xóa', now, { seq: null, identifiers: [identifier] });
    expect((await said(id))['Cổng nói đã xóa']).toBe('identifier');
  });

  it('acknowledge nothing that had not happened yet when they said so', async () => {
    const [following, naming] = [await keyOf('Cổng nói trước'), await keyOf('Cổng nêu trước')];
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    await desk.act(id, 'withdraw');
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
    const named = [(await desk.published()).identifier, (await desk.published()).identifier];
    const id = await desk.noticeOf(named);
    await desk.act(id, 'withdraw');
    await acknowledge(key, { identifiers: [...named, named[0], 'hl-0000000000'] });
    const portal = (await desk.view(id)).portals.find(({ name }) => name === 'Cổng nhiều mã');
    expect(portal?.items.map(({ acknowledged }) => acknowledged?.by)).toEqual([
      'identifier',
      'identifier',
    ]);
  });

  it('stand there, marked, when they were closed: their copy may be there', async () => {
    const key = await keyOf('Cổng đã đóng');
    const { identifier } = await desk.published();
    const id = await desk.noticeOf([identifier]);
    await desk.act(id, 'withdraw');
    await acknowledge(key, { identifiers: [identifier] });
    await desk.app.payload.update({
      collection: 'portals',
      where: { name: { equals: 'Cổng đã đóng' } },
      data: { active: false },
    });
    const find = vi.spyOn(desk.app.payload, 'find');
    const portal = (await desk.view(id)).portals.find(({ name }) => name === 'Cổng đã đóng');
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
    const { identifier } = await desk.published();
    const first = await desk.noticeOf([identifier]);
    await desk.act(first, 'withdraw');
    await acknowledge(key, { identifiers: [identifier] });
    await desk.decide(first, 'rejected');
    const second = await desk.noticeOf([identifier]);
    await desk.act(second, 'withdraw');
    expect((await said(second))['Cổng lần hai']).toBeNull();
  });

  it('acknowledge once, however often they say it, and never go back', async () => {
    const key = await keyOf('Cổng nói nhiều');
    const early = await next();
    const { identifier } = await desk.published();
    await desk.act(await desk.noticeOf([identifier]), 'withdraw');
    const late = await next();
    for (const cursor of [late, late, early]) await acknowledge(key, { cursor });
    const portal = await desk.app.payload.find({
      collection: 'portals',
      where: { name: { equals: 'Cổng nói nhiều' } },
      depth: 0,
    });
    const rows = await desk.app.payload.find({
      collection: 'acknowledgements',
      where: { portal: { equals: portal.docs[0]?.id } },
      depth: 0,
    });
    expect(rows.docs).toHaveLength(1);
    const changes = await desk.app.payload.find({ collection: 'changes', sort: '-seq', limit: 1 });
    expect(rows.docs[0]?.seq).toBe(changes.docs[0]?.seq);
  });

  it('have their use of the key noted by the day', async () => {
    const key = await keyOf('Cổng đã dùng');
    await desk.server.ask(null, '/v1/materials', { headers: { authorization: `Bearer ${key}` } });
    await expect
      .poll(async () => {
        await desk.server.work();
        const found = await desk.app.payload.find({
          collection: 'portals',
          where: { name: { equals: 'Cổng đã dùng' } },
          depth: 0,
        });
        return found.docs[0]?.lastUsedAt ?? null;
      })
      .not.toBeNull();
  });
});
