import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortal } from '../../src/publishing/portals/create-portal';
import { publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { startServer, type TestServer } from '../helpers/http';

let app: TestApp;
let server: TestServer;
let administrator: TypedUser;

beforeAll(async () => {
  app = await startApp();
  server = await startServer(app);
  administrator = await app.person('administrator');
});
afterAll(async () => {
  await server.close();
  await app.close();
});

const create = async (name: string, licences: string[] = []) => {
  const ids = await Promise.all(licences.map((code) => app.licenceId(code)));
  const body = { name, contact: 'it@example.vn', licences: ids };
  const made = await app.rest(administrator, 'POST', '/api/portals', body);
  expect(made.status).toBe(201);
  return (made.body as { doc: { id: string } }).doc.id;
};
const giveKey = async (id: string, user: TypedUser | null = administrator) => {
  const answer = await app.rest(user, 'POST', `/api/portals/${id}/key`, {});
  return { status: answer.status, ...(answer.body as { key: string }) };
};
const ask = async (address: string, key?: string) =>
  (await server.ask(null, address, key ? { headers: { authorization: `Bearer ${key}` } } : {}))
    .status;

async function reserved() {
  return await publishedMaterial(app, {
    author: await app.person('contributor', ['YT']),
    editor: await app.person('editor'),
    fields: { intendedUse: ['named_portals'] },
    rights: { licence: await app.licenceId('HN-NOI-BO') },
  });
}

describe('a portal', () => {
  it('is let in by an administrator, who sees its key once and never again', async () => {
    const id = await create('Cổng một');
    const { key } = await giveKey(id);
    expect(key).toMatch(/^kho_[\w-]{32}$/);
    const { body } = await app.rest(administrator, 'GET', `/api/portals/${id}?depth=2`);
    expect(body).toMatchObject({ keyHint: key.slice(0, 8), createdBy: { id: administrator.id } });
    expect(JSON.stringify(body)).not.toContain('keyHash');
    expect(JSON.stringify(body)).not.toContain(key);
    const trail = await app.payload.find({
      collection: 'audit-events',
      where: { subject: { equals: `portals/${id}` } },
      sort: 'at',
      depth: 0,
    });
    expect(trail.docs.map(({ action }) => action)).toEqual(['portal.create', 'portal.make_key']);
    expect(JSON.stringify(trail.docs)).not.toMatch(/kho_[\w-]{10}|keyHash/);
  });

  it('keeps its new key when a form that was open since before is saved', async () => {
    const id = await create('Cổng đang sửa');
    const { key: old } = await giveKey(id);
    const form = (await app.rest(administrator, 'GET', `/api/portals/${id}`)).body as object;
    const { key } = await giveKey(id);
    const body = { ...form, contact: 'moi@example.vn' };
    const saved = await app.rest(administrator, 'PATCH', `/api/portals/${id}`, body);
    expect([saved.status, saved.body]).toMatchObject([
      200,
      { doc: { contact: 'moi@example.vn', keyHint: key.slice(0, 8) } },
    ]);
    await server.work();
    expect([await ask('/v1/materials', old), await ask('/v1/materials', key)]).toEqual([401, 200]);
  });

  it('is nobody else’s to see, change or give a key', async () => {
    const id = await create('Cổng hai');
    for (const role of ['contributor', 'manager', 'editor', 'auditor'] as const) {
      const person = await app.person(role, role === 'editor' ? [] : ['YT']);
      expect((await app.rest(person, 'GET', '/api/portals')).status, role).toBe(403);
      expect((await giveKey(id, person)).status, role).toBe(403);
    }
    expect((await giveKey(id, null)).status).toBe(401);
    const closed = { keyHash: 'a'.repeat(64), keyHint: 'kho_' };
    expect((await app.rest(administrator, 'PATCH', `/api/portals/${id}`, closed)).status).toBe(422);
    expect((await app.rest(administrator, 'DELETE', `/api/portals/${id}`)).status).toBe(403);
  });

  it('sees what licences reserve for it from the next moment on, until the office says otherwise', async () => {
    const { identifier, filePublicId } = await reserved();
    const id = await create('Cổng ba', ['HN-NOI-BO']);
    const { key } = await giveKey(id);
    await server.work();
    const item = `/v1/materials/${identifier}`;
    expect(await ask(item)).toBe(404);
    expect(await ask(item, key)).toBe(200);
    expect(await ask(`/v1/files/${filePublicId}`)).toBe(404);
    expect(await ask(`/v1/files/${filePublicId}`, key)).toBe(200);
    const change = async (data: object) => {
      expect((await app.rest(administrator, 'PATCH', `/api/portals/${id}`, data)).status).toBe(200);
      await server.work();
    };
    await change({ licences: [] });
    expect(await ask(item, key)).toBe(404);
    await change({ licences: [await app.licenceId('HN-NOI-BO')] });
    expect(await ask(item, key)).toBe(200);
    const { key: fresh } = await giveKey(id);
    await server.work();
    expect([await ask(item, key), await ask(item, fresh)]).toEqual([401, 200]);
    await change({ active: false });
    expect(await ask(item, fresh)).toBe(401);
  });

  it('is noticed by a delivery process on its own, within two seconds', async () => {
    const { identifier } = await reserved();
    const { key } = await createPortal({
      payload: app.payload,
      name: 'Cổng bốn',
      licences: ['HN-NOI-BO'],
    });
    await expect.poll(() => ask(`/v1/materials/${identifier}`, key), { timeout: 2_000 }).toBe(200);
  });

  it('made at the terminal needs a name of its own and licences that there are', async () => {
    const { payload } = app;
    const made = createPortal({ payload, name: 'Cổng năm', licences: ['KHONG-CO'] });
    await expect(made).rejects.toMatchObject({ errors: [{ field: '--licence' }] });
    await createPortal({ payload, name: 'Cổng năm', licences: [] });
    const again = createPortal({ payload, name: 'Cổng năm', licences: [] });
    await expect(again).rejects.toMatchObject({ errors: [{ field: '--name' }] });
  });
});
