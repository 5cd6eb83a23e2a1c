import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let administrator: TypedUser;

beforeAll(async () => {
  app = await startApp();
  administrator = await app.person('administrator');
});
afterAll(() => app.close());

type Rows = 'terms' | 'departments' | 'licences';
const change = (rows: Rows, id: string, data: Record<string, unknown>) =>
  app.rest(administrator, 'PATCH', `/api/${rows}/${id}`, data);
const row = async (rows: Rows, id: string) =>
  (await app.payload.findByID({ collection: rows, id, depth: 0 })) as unknown as Record<
    string,
    unknown
  >;

describe('what addresses and approvals are made of', () => {
  it.each([
    ['terms', 'code', 'khac'],
    ['terms', 'scheme', 'levels'],
    ['departments', 'code', 'KHAC'],
    ['licences', 'code', 'KHAC-1.0'],
    ['licences', 'version', 9],
    ['licences', 'kind', 'rights_statement'],
    ['licences', 'url', 'https://example.vn/khac'],
    ['licences', 'permits', ['copy']],
  ] as [Rows, string, unknown][])('is never renamed: %s.%s', async (rows, field, value) => {
    const ids = {
      terms: await app.termId('subjects', 'suc-khoe-va-dinh-duong'),
      departments: await app.departmentId('YT'),
      licences: await app.licenceId('CC-BY-4.0'),
    };
    const before = await row(rows, ids[rows]);
    const answer = await change(rows, ids[rows], { [field]: value });
    expect(answer.status).toBe(422);
    expect((answer.body as { errors: { field?: string }[] }).errors).toContainEqual(
      expect.objectContaining({ field }),
    );
    expect(await row(rows, ids[rows])).toEqual(before);
  });

  it('not even by the system itself, and not in another language', async () => {
    const id = await app.departmentId('YT');
    for (const locale of ['vi', 'en'] as const) {
      await expect(
        app.payload.update({ collection: 'departments', id, locale, data: { code: 'KHAC' } }),
      ).rejects.toMatchObject({ errors: [{ field: 'code', code: 'code_fixed' }] });
    }
    expect((await row('departments', id)).code).toBe('YT');
  });

  it('may be saved along with a new name', async () => {
    const id = await app.departmentId('YT');
    const answer = await change('departments', id, { code: 'YT', name: 'Sở Y tế Hà Nội' });
    expect(answer.status).toBe(200);
    expect(await row('departments', id)).toMatchObject({ code: 'YT', name: 'Sở Y tế Hà Nội' });
  });

  it('leads from a publication to what it names, whatever that is called by then', async () => {
    const author = await app.person('contributor', ['YT']);
    const editor = await app.person('editor');
    const { identifier } = await publishedMaterial(app, { author, editor });
    const id = await app.termId('subjects', 'suc-khoe-va-dinh-duong');
    expect((await change('terms', id, { label: 'Tên mới' })).status).toBe(200);
    const found = await app.payload.find({
      collection: 'publications',
      where: { keys: { equals: 'subject:suc-khoe-va-dinh-duong' } },
    });
    expect(found.docs.map((one) => one.identifier)).toEqual([identifier]);
  });
});
