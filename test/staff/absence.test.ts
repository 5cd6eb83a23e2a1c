import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/platform/clock';
import { advance, completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

describe('one’s own absence', () => {
  let app: TestApp;
  let editor: TypedUser;
  let colleague: TypedUser;
  beforeAll(async () => {
    app = await startApp();
    editor = await app.person('editor');
    colleague = await app.person('editor');
  });
  afterAll(async () => await app.close());

  const say = async (who: TypedUser, absence: object) =>
    await app.rest(who, 'PATCH', `/api/users/${editor.id}?depth=0`, absence);
  const said = async () => {
    const user = await app.payload.findByID({ collection: 'users', id: editor.id, depth: 0 });
    return [user.awayFrom ?? null, user.awayTo ?? null];
  };

  it('is said, changed and taken back by the person, who stays signed in', async () => {
    expect((await say(editor, { awayFrom: '2026-12-01', awayTo: '2026-12-05' })).status).toBe(200);
    expect(await said()).toEqual(['2026-12-01', '2026-12-05']);
    expect((await say(editor, { awayFrom: '2026-12-02', awayTo: null })).status).toBe(200);
    expect(await said()).toEqual(['2026-12-02', null]);
    expect((await say(editor, { awayFrom: null, awayTo: null })).status).toBe(200);
    expect(await said()).toEqual([null, null]);
    expect((await app.rest(editor, 'GET', '/api/staff/home')).status).toBe(200);
  });

  it('is nobody else’s to say but an administrator’s', async () => {
    const away = { awayFrom: '2026-12-01', awayTo: '2026-12-05' };
    expect([403, 404]).toContain((await say(colleague, away)).status);
    expect(await said()).toEqual([null, null]);
    expect((await say(await app.person('administrator'), away)).status).toBe(200);
    expect(await said()).toEqual(['2026-12-01', '2026-12-05']);
  });

  it('does not end before it begins, though only one day is changed', async () => {
    await say(editor, { awayFrom: '2026-12-01', awayTo: '2026-12-05' });
    for (const absence of [{ awayTo: '2026-11-30' }, { awayFrom: '2026-12-06' }]) {
      const { status, body } = await say(editor, absence);
      expect(status).toBe(422);
      const { errors } = body as { errors: { field: string; code: string; message: string }[] };
      expect(errors[0]).toMatchObject({ field: 'awayTo', code: 'absence_reversed' });
      expect(errors[0]?.message).toBe('“Đến hết ngày” sớm hơn “Từ ngày”.');
    }
    expect((await say(editor, { awayFrom: '05/12/2026' })).status).toBe(400);
    expect(await said()).toEqual(['2026-12-01', '2026-12-05']);
  });

  it('spares who is away what is told to the office, unless nobody else is left', async () => {
    setClock(new Date('2026-12-03T03:00:00Z'));
    const author = await app.person('contributor', ['YT']);
    const toldOfNew = async () => {
      const { id } = await completeMaterial(app, { author });
      await advance(app, id, [{ as: author, action: 'submit' }]);
      const { docs } = await app.payload.find({
        collection: 'notices',
        where: { and: [{ material: { equals: id } }, { kind: { equals: 'submit' } }] },
        depth: 0,
      });
      return docs.map(({ user }) => user).sort();
    };
    const both = [editor.id, colleague.id].sort();
    const away = { awayFrom: '2026-12-01', awayTo: '2026-12-05' };
    await say(editor, { awayFrom: null, awayTo: null });
    expect(await toldOfNew()).toEqual(both);
    await say(editor, away);
    expect(await toldOfNew()).toEqual([colleague.id]);
    await app.rest(colleague, 'PATCH', `/api/users/${colleague.id}`, away);
    expect(await toldOfNew()).toEqual(both);
    setClock(undefined);
  });
});
