import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advance, completeMaterial, publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let editor: TypedUser;
let administrator: TypedUser;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT']);
  editor = await app.person('editor');
  administrator = await app.person('administrator');
});
afterAll(() => app.close());

const act = (user: TypedUser, id: string, action: string, reasons: string[]) =>
  app.rest(user, 'POST', `/api/materials/${id}/transition`, { action, reasons });

describe('the system’s own reasons', () => {
  const OWN = ['takedown', 'term_ended'];

  it('are given by no person for a withdrawal, alone or beside another', async () => {
    const { id } = await publishedMaterial(app, { author, editor });
    for (const person of [editor, administrator]) {
      for (const reasons of [...OWN.map((code) => [code]), ['quality', 'takedown']]) {
        const answer = await act(person, id, 'withdraw', reasons);
        expect(answer.status, reasons.join()).toBe(422);
        expect(answer.body).toMatchObject({
          errors: [{ field: 'reasons', code: 'reason_unknown' }],
        });
      }
    }
    const stored = await app.payload.findByID({ collection: 'materials', id, depth: 0 });
    expect(stored.publicationStatus).toBe('live');
  });

  it('are given by no person for a return or a rejection', async () => {
    const { id } = await completeMaterial(app, { author });
    await advance(app, id, [
      { as: author, action: 'submit' },
      { as: editor, action: 'claim' },
    ]);
    for (const action of ['return', 'reject']) {
      for (const code of OWN) {
        expect((await act(editor, id, action, [code])).status, `${action} ${code}`).toBe(422);
      }
    }
    const stored = await app.payload.findByID({ collection: 'materials', id, depth: 0 });
    expect(stored.state).toBe('in_review');
  });

  it('are not offered on the screens either', async () => {
    const { body, status } = await app.rest(editor, 'GET', '/api/staff/reference');
    expect(status).toBe(200);
    const { codes } = body as { codes: Record<string, { code: string }[]> };
    for (const list of ['reasons', 'withdrawReasons']) {
      const offered = codes[list]?.map(({ code }) => code);
      expect(offered, list).toContain('quality');
      for (const code of OWN) expect(offered, list).not.toContain(code);
    }
  });
});
