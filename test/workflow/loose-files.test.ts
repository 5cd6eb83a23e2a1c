import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeFile } from '../../src/intake/store-upload';
import { getStorage } from '../../src/platform/storage/storage';
import { intakeGuards } from '../../src/processes/intake-guards';
import { receivedFile } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { makePdf } from '../intake/make-files';

let app: TestApp;
let lan: TypedUser;
let bao: TypedUser;
let editor: TypedUser;
let elsewhere: TypedUser;

beforeAll(async () => {
  app = await startApp();
  lan = await app.person('contributor', ['YT'], 'Lan');
  bao = await app.person('contributor', ['YT'], 'Bảo');
  elsewhere = await app.person('contributor', ['GDDT']);
  editor = await app.person('editor');
});
afterAll(() => app.close());

/** A file uploaded before there is a material, as the home screen does. */
async function loose(user: TypedUser): Promise<string> {
  const scope = { payload: app.payload, storage: getStorage(), guards: intakeGuards, user };
  return await storeFile(scope, receivedFile(app, 'roi.pdf', makePdf(['Roi'])), { role: 'main' });
}
async function draft(user: TypedUser, data: Record<string, unknown> = {}) {
  const { status, body } = await app.rest(user, 'POST', '/api/materials', data);
  return { status, id: (body as { doc?: { id: string } }).doc?.id ?? '', body };
}
const items = (...files: string[]) => ({ items: files.map((file) => ({ file, role: 'main' })) });
const name = (user: TypedUser, id: string, ...files: string[]) =>
  app.rest(user, 'PATCH', `/api/materials/${id}`, items(...files));
const ownerOf = async (file: string) =>
  (await app.payload.findByID({ collection: 'files', id: file, depth: 0 })).material ?? null;

describe('a file uploaded before there is a material', () => {
  it('is its uploader’s alone: no colleague or editor sees it', async () => {
    const file = await loose(lan);
    expect(await ownerOf(file)).toBeNull();
    expect((await app.rest(lan, 'GET', `/api/files/${file}`)).status).toBe(200);
    for (const person of [bao, editor, elsewhere]) {
      expect((await app.rest(person, 'GET', `/api/files/${file}`)).status).toBe(404);
    }
  });

  it('belongs to the first material that names it', async () => {
    const file = await loose(lan);
    const { id } = await draft(lan);
    expect((await name(lan, id, file)).status).toBe(200);
    expect(await ownerOf(file)).toBe(id);
    expect((await app.rest(bao, 'GET', `/api/files/${file}`)).status).toBe(200);
  });

  it('belongs to a material that names it from its first moment', async () => {
    const file = await loose(lan);
    const { id, status } = await draft(lan, items(file));
    expect(status).toBe(201);
    expect(await ownerOf(file)).toBe(id);
  });

  it('does not go to another material afterwards, not even its uploader’s', async () => {
    const file = await loose(lan);
    const first = await draft(lan, items(file));
    const second = await draft(lan);
    const answer = await name(lan, second.id, file);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ errors: [{ field: 'items', code: 'file_of_other' }] });
    expect((await draft(lan, items(file))).status).toBe(422);
    // Nor when the first no longer names it.
    expect((await name(lan, first.id)).status).toBe(200);
    expect((await name(lan, second.id, file)).status).toBe(422);
    expect(await ownerOf(file)).toBe(first.id);
    expect((await name(lan, first.id, file)).status).toBe(200);
  });

  it('is not taken by somebody else', async () => {
    const file = await loose(lan);
    for (const person of [bao, elsewhere]) {
      const { status, body } = await draft(person, items(file));
      expect(status).toBe(422);
      expect(body).toMatchObject({ errors: [{ field: 'items', code: 'file_of_other' }] });
    }
    expect(await ownerOf(file)).toBeNull();
  });

  it('goes to one of two materials that name it at the same moment, and stays there', async () => {
    const file = await loose(lan);
    const [one, two] = [await draft(lan), await draft(lan)];
    const answers = await Promise.all([name(lan, one.id, file), name(lan, two.id, file)]);
    // The later one is told that the file is another's, or that somebody saved at the same moment.
    const [done, refused] = answers.map(({ status }) => status).sort();
    expect(done).toBe(200);
    expect([409, 422]).toContain(refused);
    const winner = answers[0].status === 200 ? one : two;
    expect(await ownerOf(file)).toBe(winner.id);
  });
});
