import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/publishing/read/snapshot';
import { answerOf, type Kho } from '../../docs/client/kho';
import { takedownReceivedSchema } from '../../src/delivery/schemas/writes';
import { problemSchema } from '../../src/delivery/schemas/answers';
import { refusalOf } from '../helpers/client';
import { makeSnapshot } from './make-snapshot';
import { startSite, type Site } from './site';

let site: Site;
let item: Snapshot;
let key: string;
/** The portal's own, with its key. */
let kho: Kho;

beforeAll(async () => {
  site = await startSite({ noticesPerHour: 40 });
  item = await site.publish(makeSnapshot());
  key = await site.portal('Cổng học tập', []);
  kho = site.client(key);
});
afterAll(async () => {
  await site.close();
});

const notice = (change: object = {}) => ({
  identifiers: [item.identifier],
  name: 'Trần Văn Bình',
  contact: 'binh@example.vn',
  capacity: 'author',
  grounds: 'copyright',
  statement: 'Trang 4 dùng ảnh của tôi mà không xin phép.',
  ...change,
});
const form = (change: object = {}) =>
  new URLSearchParams(
    Object.entries({ ...notice(), ...change }).map(([name, value]) => [name, String(value)]),
  ).toString();
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => `hl-${String(at).padStart(10, '0')}`);
const written = async (kind: string) => (await site.inbox()).filter((row) => row.kind === kind);

describe('a notice of infringement', () => {
  it('is written down as it was sent and answered with a reference', async () => {
    const before = (await written('takedown')).length;
    const reply = await site.post('/v1/takedowns?lang=en', notice());
    expect(reply.status).toBe(202);
    const { reference } = takedownReceivedSchema.parse(JSON.parse(reply.text));
    expect(reply.headers['cache-control']).toBe('no-store');
    const rows = await written('takedown');
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)?.body).toEqual({ ...notice(), reference, lang: 'en' });
  });

  it('may name what is not public: the answer does not tell whether there is such a thing', async () => {
    const reply = await site.post('/v1/takedowns', notice({ identifiers: ['hl-0000000000'] }));
    expect(reply.status).toBe(202);
  });

  it.each([
    ['no identifier', { identifiers: [] }, 'identifiers'],
    ['an identifier that is none', { identifiers: ['../x'] }, 'identifiers'],
    ['identifiers of another type', { identifiers: 'hl-0000000000' }, 'identifiers'],
    ['a number for a name', { name: 7 }, 'name'],
    ['an empty statement', { statement: '          ' }, 'statement'],
    ['a statement without end', { statement: 'a'.repeat(5_001) }, 'statement'],
    ['an unknown capacity', { capacity: 'king' }, 'capacity'],
    ['an unknown field', { state: 'decided' }, 'state'],
  ])('with %s is refused, each field by name', async (_, change, field) => {
    const before = (await site.inbox()).length;
    const reply = await site.post('/v1/takedowns', notice(change));
    expect(reply.status).toBe(422);
    const { errors } = problemSchema.parse(JSON.parse(reply.text));
    expect(errors.map((error) => error.field)).toEqual([field]);
    expect((await site.inbox()).length).toBe(before);
  });

  it.each([
    ['no JSON', '{', { 'content-type': 'application/json' }, 400],
    ['no object', '[]', { 'content-type': 'application/json' }, 422],
    ['another type', 'a,b', { 'content-type': 'text/csv' }, 415],
    ['no type', 'a', { 'content-type': '' }, 415],
    [
      'more than a notice can be',
      `"${'a'.repeat(70_000)}"`,
      { 'content-type': 'application/json' },
      413,
    ],
  ])('that is %s is refused', async (_, body, headers, status) => {
    const reply = await site.post('/v1/takedowns', body, headers as Record<string, string>);
    expect(reply.status).toBe(status);
    problemSchema.parse(JSON.parse(reply.text));
  });

  it('is only ever written: nobody reads notices there, and other origins may not send them', async () => {
    const read = await site.ask('/v1/takedowns');
    expect([read.status, read.headers.allow]).toEqual([405, 'POST, OPTIONS']);
    const asked = await site.ask('/v1/takedowns', { origin: 'https://x.example' }, 'OPTIONS');
    expect(asked.headers['access-control-allow-methods']).toBe('OPTIONS');
  });

  it('leaves nothing of who sent it in any public answer', async () => {
    await site.post('/v1/takedowns', notice());
    const { identifier } = item;
    const addresses = [
      ...['/', `/hoc-lieu/${identifier}`, '/bao-vi-pham', '/v1/docs', '/v1/openapi.json'],
      ...[`/v1/materials/${identifier}`, '/v1/materials', '/v1/changes', '/v1/search?q=Binh'],
    ];
    for (const address of addresses) {
      const { text } = await site.ask(address);
      expect(text, address).not.toMatch(/Trần Văn Bình|binh@example\.vn|td-[0-9a-f]{12}/);
    }
  });
});

describe('the page by which people send it', () => {
  it('stands on the page of the material and holds its identifier', async () => {
    const page = await site.ask(`/hoc-lieu/${item.identifier}`);
    expect(page.text).toContain(`/bao-vi-pham?ma=${item.identifier}`);
    const asked = await site.ask(`/bao-vi-pham?ma=${item.identifier}`);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain(`>${item.identifier}</textarea>`);
    expect(asked.text).not.toContain('<script');
  });

  it.each(['vi', 'en'])('takes a form and confirms it on a page of its own (%s)', async (lang) => {
    const more = lang === 'en' ? '?lang=en' : '';
    const address = `https://hoclieu.example.vn/hoc-lieu/${item.identifier}`;
    const sent = await site.post(
      `/bao-vi-pham${more}`,
      form({ identifiers: address, website: '' }),
    );
    expect(sent.status).toBe(303);
    const body = (await written('takedown')).at(-1)?.body ?? {};
    expect(body).toMatchObject({ identifiers: [item.identifier], lang });
    const page = await site.ask(String(sent.headers.location));
    expect(page.status).toBe(200);
    expect(page.text).toContain(`<html lang="${lang}">`);
    expect(page.text).toContain(String(body.reference));
  });

  it('shows again what was written, and says what is wrong with it', async () => {
    const sent = await site.post('/bao-vi-pham', form({ statement: 'Ngắn', name: '<b>Bình</b>' }));
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('aria-invalid="true"');
    expect(sent.text).toContain('&lt;b&gt;Bình&lt;/b&gt;');
    expect(sent.text).toContain('>Ngắn</textarea>');
  });

  it('takes nothing from a program that fills in what people do not see', async () => {
    const before = (await site.inbox()).length;
    const sent = await site.post('/bao-vi-pham', form({ website: 'https://spam.example' }));
    expect(sent.status).toBe(303);
    expect((await site.inbox()).length).toBe(before);
  });

  it('confirms no reference of another form', async () => {
    expect((await site.ask('/bao-vi-pham/da-nhan?ma=<script>')).status).toBe(404);
  });
});

describe('an acknowledgement', () => {
  const bearer = () => ({ authorization: `Bearer ${key}` });
  const acknowledge = (body: { cursor?: string; identifiers?: string[] }, by = kho) =>
    by.POST('/v1/changes/ack', { body });

  it('is taken by cursor or by identifiers, and written down with the portal', async () => {
    const { next } = await answerOf(kho.GET('/v1/changes'));
    const byCursor = await answerOf(acknowledge({ cursor: next }));
    expect(byCursor).toMatchObject({ accepted: true, unknown: [] });
    await answerOf(acknowledge({ identifiers: [item.identifier, item.identifier] }));
    const rows = await written('acknowledgement');
    expect(rows.slice(-2).map(({ body }) => body)).toEqual([
      { portal: 'Cổng học tập', seq: 1, identifiers: [] },
      { portal: 'Cổng học tập', seq: null, identifiers: [item.identifier] },
    ]);
  });

  it('says which of the named ones were never published, and writes down the others', async () => {
    const named = { identifiers: ['hl-0000000000', item.identifier] };
    expect((await answerOf(acknowledge(named))).unknown).toEqual(['hl-0000000000']);
    expect((await written('acknowledgement')).at(-1)?.body).toMatchObject({
      identifiers: [item.identifier],
    });
    const before = (await written('acknowledgement')).length;
    await answerOf(acknowledge({ identifiers: ['hl-0000000000'] }));
    expect(await written('acknowledgement')).toHaveLength(before);
  });

  it.each([
    ['both', { cursor: 'x', identifiers: ['hl-0000000000'] }, 422],
    ['neither', {}, 422],
    ['an invented cursor', { cursor: 'x' }, 400],
    ['more than it may', { identifiers: ['hl-0000000000'], portal: 'x' }, 422],
  ])('with %s is refused', async (_, body, status) => {
    expect((await refusalOf(acknowledge(body))).status).toBe(status);
  });

  it.each([
    ['an invented cursor', { cursor: 'x' }, 'cursor', 'next of your last reading'],
    ['too many identifiers', { identifiers: many(201) }, 'identifiers', 'in several calls'],
    ['another field', { since: 'x' }, 'since', 'cursor, identifiers'],
    ['no object', [], 'body', '/v1/docs'],
  ])('with %s is told which field and what to do', async (_, body, field, remedy) => {
    const reply = await site.post('/v1/changes/ack?lang=en', body, bearer());
    const { errors } = problemSchema.parse(JSON.parse(reply.text));
    expect(errors.find((one) => one.field === field)?.remedy).toContain(remedy);
  });

  it('that is no JSON, or none by its type, is told what is taken', async () => {
    const json = { ...bearer(), 'content-type': 'application/json' };
    const broken = await site.send('/v1/changes/ack', { headers: json, method: 'POST', body: '{' });
    expect([broken.status, problemSchema.parse(JSON.parse(broken.text)).errors]).toMatchObject([
      400,
      [{ field: 'body', code: 'not_json' }],
    ]);
    const text = { ...json, 'content-type': 'text/plain' };
    const other = await site.send('/v1/changes/ack', { headers: text, method: 'POST', body: '{}' });
    expect([other.status, other.text]).toEqual([415, expect.stringContaining('application/json')]);
  });

  it('needs a key, and the right one', async () => {
    const named = { identifiers: [item.identifier] };
    const { response } = await acknowledge(named, site.client());
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="kho-hoc-lieu"',
    ]);
    const wrong = await refusalOf(acknowledge(named, site.client('kho_x')));
    expect([wrong.status, wrong.problem.code]).toEqual([401, 'portal_key_invalid']);
  });

  it('notes once a day that the key was used', async () => {
    await site.ask('/v1/materials', bearer());
    await site.ask('/v1/changes', bearer());
    await expect.poll(async () => (await written('portal_use')).length).toBe(1);
  });
});

describe('too many notices', () => {
  it('from one address are told to wait, whatever they say', async () => {
    const few = await startSite({ noticesPerHour: 2 });
    try {
      const one = { ...notice(), identifiers: ['hl-0000000000'] };
      for (const status of [202, 202, 429]) {
        const reply = await few.post('/v1/takedowns', one);
        expect(reply.status).toBe(status);
        if (status !== 429) continue;
        expect(Number(reply.headers['retry-after'])).toBeGreaterThan(3_000);
        expect(reply.text).toContain('sau 60 phút');
      }
      const page = await few.post('/bao-vi-pham', form({ identifiers: 'hl-0000000000' }));
      expect(page.status).toBe(429);
      expect(page.text).toContain('Trần Văn Bình');
      expect((await few.inbox()).length).toBe(2);
    } finally {
      await few.close();
    }
  });
});
