import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../helpers/app';
import { startServer, type TestServer } from '../helpers/http';
import { randomQuery, type Grammar } from './queries';
import { seeded } from './random';

const SEED = Number(process.env.FUZZ_SEED ?? 20_261_126);
/** On each of the two sides. */
const COUNT = Number(process.env.FUZZ_COUNT ?? 2_000);

/** Whatever is asked, the answer is an answer: never a fault of ours. */
describe(`random questions (seed ${String(SEED)})`, () => {
  let app: TestApp;
  let server: TestServer;
  let people: TypedUser[];
  beforeAll(async () => {
    app = await startApp();
    server = await startServer(app);
    people = [
      await app.person('contributor', ['YT']),
      await app.person('editor'),
      await app.person('administrator'),
    ];
    const [officer] = people;
    await app.rest(officer ?? null, 'POST', '/api/materials', { title: 'Phòng bệnh' });
  });
  afterAll(async () => {
    await server.close();
    await app.close();
  });

  function grammarOf(slug: string): Grammar {
    const { fields } = app.payload.config.collections.find((one) => one.slug === slug) ?? {};
    const names = (fields ?? []).flatMap((field) => ('name' in field ? [field.name] : []));
    return {
      fields: [...names, ...names.map((name) => `version.${name}`), 'deletedAt', 'updatedAt'],
      parameters: [
        ...['where', 'where', 'where', 'sort', 'limit', 'page', 'depth', 'locale', 'select'],
        ...['populate', 'trash', 'draft', 'joins', 'pagination', 'fallback-locale'],
      ],
    };
  }

  it('by staff, to every collection', async () => {
    const random = seeded(SEED);
    const slugs = app.payload.config.collections.map(({ slug }) => slug);
    const wrong: string[] = [];
    for (let n = 0; n < COUNT; n += 1) {
      const slug = random.pick(slugs);
      const rest = random.pick(['', '', '/count', '/versions', '/none', '/versions/none']);
      const address = `/api/${slug}${rest}?${randomQuery(random, grammarOf(slug))}`;
      const { status } = await app.rest(random.pick(people), 'GET', address);
      if (status >= 500) wrong.push(`${String(status)} ${address}`);
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it('by staff, to the addresses of the screens', async () => {
    const random = seeded(SEED + 1);
    const grammar = {
      fields: ['title', 'department'],
      parameters: ['q', 'state', 'publication', 'department', 'page', 'tab', 'lang', 'kind'],
    };
    const wrong: string[] = [];
    for (let n = 0; n < COUNT / 10; n += 1) {
      const screen = random.pick(['home', 'materials', 'queue', 'reference']);
      const address = `/api/staff/${screen}?${randomQuery(random, grammar)}`;
      const { status } = await app.rest(random.pick(people), 'GET', address);
      if (status >= 500) wrong.push(`${String(status)} ${address}`);
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it('by anybody, to the public side', async () => {
    const random = seeded(SEED + 2);
    const addresses = [
      ...['/v1/materials', '/v1/search', '/v1/suggest', '/v1/changes', '/v1/departments'],
      ...['/v1/materials/hl-0000000000', '/v1/terms/subject', '/v1/licences', '/', '/v1/docs'],
      ...['/v1/files/none', '/hoc-lieu/hl-0000000000', '/v1/openapi.json', '/assets/x'],
    ];
    const grammar = {
      fields: ['title', '-modifiedAt', 'subject', 'department'],
      parameters: [
        ...['q', 'q', 'sort', 'limit', 'cursor', 'subject', 'level', 'type', 'department', 'lang'],
        ...['facets', 'updatedSince', 'since', 'format', 'licence', 'language', 'feature'],
      ],
    };
    const wrong: string[] = [];
    for (let n = 0; n < COUNT; n += 1) {
      const address = `${random.pick(addresses)}?${randomQuery(random, grammar)}`;
      const { status } = await server.ask(null, address);
      if (status >= 500) wrong.push(`${String(status)} ${address}`);
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});
