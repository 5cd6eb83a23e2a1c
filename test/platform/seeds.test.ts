import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedReference } from '../../src/seed/reference';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('a second start changes nothing in the lists, also not what an administrator arranged', async () => {
  const { payload } = app;
  const id = await app.departmentId('TTGDTX-1');
  const parent = await app.departmentId('YT');
  await payload.update({ collection: 'departments', id, data: { parent, name: 'Tên mới' } });
  const term = await app.termId('types', 'handout');
  await payload.update({ collection: 'terms', id: term, data: { label: 'Tờ gấp' } });
  const all = async () =>
    await Promise.all(
      (['departments', 'terms', 'licences'] as const).map((collection) =>
        payload.find({ collection, locale: 'all', pagination: false, depth: 0, sort: 'id' }),
      ),
    );
  const before = await all();
  await seedReference(payload);
  expect(await all()).toEqual(before);
});
