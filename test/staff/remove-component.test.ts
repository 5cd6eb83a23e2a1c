import type { TypedUser } from 'payload';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let colleague: TypedUser;
beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT']);
  colleague = await app.person('contributor', ['YT']);
});
afterAll(async () => await app.close());

it('a component taken away by a colleague makes them an author and takes nothing else along', async () => {
  const { id } = await completeMaterial(app, { author });
  const added = await app.rest(author, 'POST', '/api/rights-records', {
    material: id,
    component: 'Ảnh trang 4',
  });
  const component = (added.body as { doc: { id: string } }).doc.id;
  const before = await app.payload.findByID({ collection: 'materials', id, depth: 0 });
  const removed = await app.rest(colleague, 'DELETE', `/api/rights-records/${component}`);
  expect(removed.status).toBe(200);

  const after = await app.payload.findByID({ collection: 'materials', id, depth: 0 });
  expect(after.editors).toEqual([author.id, colleague.id]);
  expect(after.items).toHaveLength(1);
  expect(after.items).toEqual(before.items);
  expect(after.creators).toEqual(before.creators);
});
