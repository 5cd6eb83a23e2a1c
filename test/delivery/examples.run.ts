import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { seedDemo } from '../../src/seed/demo';
import { startApp, type TestApp } from '../helpers/app';
import { startServer, type TestServer } from '../helpers/http';

vi.mock('../../src/processes/dist-file', async () => {
  const { builtThread } = await import('../intake/thread-file');
  const file = await builtThread();
  return { distFile: () => new URL(`file://${file}`) };
});

const FILE = new URL('../../src/delivery/examples.json', import.meta.url);
type Examples = Record<string, Record<string, unknown>>;
interface Listed {
  items: { identifier: string }[];
}

let app: TestApp;
let server: TestServer;
/** What the server answers now. */
let answers: Examples;

async function answer(address: string, status: number): Promise<unknown> {
  const reply = await server.ask(null, address);
  expect(reply.status, `${address}: ${reply.text.slice(0, 300)}`).toBe(status);
  return JSON.parse(reply.text);
}

/** Of a list the first, so that an example can be read at a glance. */
const shortened = (body: unknown, most: number): unknown => {
  const { items, ...rest } = body as { items: unknown[] };
  return { ...rest, items: items.slice(0, most) };
};

async function ask(): Promise<Examples> {
  const found = (await answer('/v1/search?q=tay+chan+mieng', 200)) as Listed;
  const item = found.items[0]?.identifier ?? '';
  const { changes } = (await answer('/v1/changes?limit=1000', 200)) as {
    changes: { type: string; identifier: string }[];
  };
  const gone = changes.find(({ type }) => type === 'withdrawn')?.identifier ?? '';
  const [one, none] = [`/v1/materials/${item}`, '/v1/materials/hl-0000000000'];
  return {
    listMaterials: {
      200: await answer('/v1/materials?sort=title&limit=1', 200),
      400: await answer('/v1/materials?colour=red&limit=0&lang=en', 400),
    },
    getMaterial: {
      200: await answer(one, 200),
      404: await answer(`${none}?lang=en`, 404),
      410: await answer(`/v1/materials/${gone}?lang=en`, 410),
    },
    getSimilar: {
      200: await answer(`${one}/similar?limit=1`, 200),
      404: await answer(`${none}/similar?lang=en`, 404),
    },
    searchMaterials: {
      200: await answer('/v1/search?q=tay+chan+mieng&facets=subject,department&limit=1', 200),
      400: await answer('/v1/search?q=an+toan&cursor=x&lang=en', 400),
    },
    suggest: { 200: await answer('/v1/suggest?q=an+to', 200) },
    listChanges: {
      200: await answer('/v1/changes?limit=2', 200),
      400: await answer('/v1/changes?since=x&lang=en', 400),
    },
    listTerms: { 200: shortened(await answer('/v1/terms/subjects?lang=en', 200), 2) },
    listLicences: { 200: shortened(await answer('/v1/licences?lang=en', 200), 2) },
    listDepartments: { 200: shortened(await answer('/v1/departments?lang=en', 200), 2) },
    getHealth: { 200: await answer('/healthz', 200) },
  };
}

/** What is another on every server, or every day: identifiers, moments, cursors. */
function lasting(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value)
      .replace(/hl-[0-9a-z]{10}/g, 'hl-…')
      .replace(/"id":"[0-9a-z]{20}"/g, '"id":"…"')
      .replace(/\/files\/[0-9a-z]{20}/g, '/files/…')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…')
      .replace(/"next":"[^"]+"/g, '"next":"…"'),
  );
}

beforeAll(async () => {
  app = await startApp();
  await seedDemo(app.payload);
  server = await startServer(app);
  answers = await ask();
  if (process.env.RECORD_EXAMPLES) {
    writeFileSync(FILE, `${JSON.stringify(answers, null, 2)}\n`);
  }
});
afterAll(async () => {
  await server.close();
  await app.close();
});

it('the examples of the OpenAPI document are what the demo set answers', () => {
  const recorded = JSON.parse(readFileSync(FILE, 'utf8')) as Examples;
  // Otherwise: npm run generate -- examples
  expect(lasting(answers)).toEqual(lasting(recorded));
});
