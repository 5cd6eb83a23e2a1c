import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { startServer, type TestServer } from '../helpers/http';
import { exe } from '../intake/make-files';

let app: TestApp;
let server: TestServer;
let officer: TypedUser;
let material: string;

beforeAll(async () => {
  app = await startApp();
  server = await startServer(app);
  officer = await app.person('contributor', ['YT']);
  material = (await completeMaterial(app, { author: officer })).id;
});
afterAll(async () => {
  await server.close();
  await app.close();
});

interface Problem {
  title: string;
  detail: string;
  errors: { code: string; message: string; remedy: string }[];
}
/** A program that calls itself a PDF, sent by this person. */
async function upload(
  headers: Record<string, string>,
  query = '',
): Promise<Problem & { lang: string }> {
  const reply = await server.ask(officer, `/intake/files?material=${material}${query}`, {
    method: 'POST',
    headers: { 'X-File-Name': 'to-roi.pdf', ...headers },
    body: new Uint8Array(exe),
  });
  expect(reply.status).toBe(422);
  return {
    ...(JSON.parse(reply.text) as Problem),
    lang: reply.headers.get('content-language') ?? '',
  };
}
const VI = /^Tên tệp có đuôi \.pdf nhưng nội dung là chương trình/;
const EN = /^The name ends in \.pdf but the content is a program/;

describe('a refused upload says why', () => {
  it.each([
    ['in Vietnamese to a screen whose language nobody chose', {}, VI],
    ['in Vietnamese whatever the browser prefers', { 'Accept-Language': 'en-US,en;q=0.9' }, VI],
    ['in English where the person chose English for the screens', { Cookie: 'payload-lng=en' }, EN],
    [
      'in Vietnamese where they chose that',
      { Cookie: 'payload-lng=vi', 'Accept-Language': 'en' },
      VI,
    ],
  ] as [string, Record<string, string>, RegExp][])('%s', async (_what, headers, message) => {
    const cookie = `payload-token=${await app.token(officer)}`;
    const Cookie = [cookie, headers.Cookie].filter(Boolean).join('; ');
    const problem = await upload({ ...headers, Cookie });
    expect(problem.errors[0]?.message).toMatch(message);
    expect(problem.lang).toBe(message === VI ? 'vi' : 'en');
  });

  it('to a program in the language it asks for, with the remedy, too', async () => {
    const noCookie = { Cookie: '' };
    const vietnamese = await upload(noCookie);
    expect(vietnamese.errors[0]?.message).toMatch(VI);
    const english = await upload({ ...noCookie, 'Accept-Language': 'en-GB, vi;q=0.5' });
    expect(english.errors[0]?.message).toMatch(EN);
    for (const part of ['title', 'detail'] as const) {
      expect(english[part], part).not.toBe(vietnamese[part]);
    }
    expect(english.errors[0]?.remedy).not.toBe(vietnamese.errors[0]?.remedy);
    const other = await upload({ ...noCookie, 'Accept-Language': 'fr, de' });
    expect(other.errors[0]?.message).toMatch(VI);
  });

  it('in the language the address names, before any other', async () => {
    expect((await upload({ Cookie: 'payload-lng=vi' }, '&lang=en')).errors[0]?.message).toMatch(EN);
  });
});
