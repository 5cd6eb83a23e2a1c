/**
 * `npm run bench -- items`: an item, a list and a search against a bare server that writes the same
 * bytes and against Payload's own REST, in interleaved rounds: a machine whose speed drifts does so for
 * all of them alike. Every answer is held against the expected bytes.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { always, expected, hasStatus, IDENTITY, sameAs } from './lib/answers.mjs';
import { request } from './lib/connection.mjs';
import { measured, ratio, target } from './lib/figures.mjs';
import { asMuchAsItTakes } from './lib/load.mjs';
import { bench, freePort, pause, resident, start, until } from './lib/processes.mjs';
import { openSite, ownFolder } from './lib/site.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const bareServer = fileURLToPath(new URL('./items/bare-server.mjs', import.meta.url));
const NOT_COPIED = ['connection', 'keep-alive', 'date', 'transfer-encoding'];
const pathOf = (url) => url.slice(new URL(url).origin.length);

/** A bare server with the bytes and headers of an answer. */
async function yardstick(folder, name, { body, headers }) {
  const port = await freePort();
  const own = [...headers].filter(([key]) => !NOT_COPIED.includes(key));
  const file = path.join(folder, `${name}.json`);
  writeFileSync(
    file,
    JSON.stringify({
      headers: { ...Object.fromEntries(own), 'content-length': String(body.length) },
      body: body.toString('base64'),
    }),
  );
  start([bareServer, String(port), file]);
  await until(`http://127.0.0.1:${port}/`, 10);
  return port;
}

/** The material that the list names first, and where Payload has the same. */
async function chosen({ base }, staff) {
  const { items } = await (await fetch(`${base}/v1/materials?limit=20`)).json();
  const [{ identifier, title }] = items;
  const where = `limit=1&where[identifier][equals]=${identifier}`;
  const found = await (await fetch(`${base}/api/materials?${where}`, { headers: staff })).json();
  return {
    identifier,
    title,
    cms: `/api/materials/${found.docs[0].id}?depth=1`,
    names: items.map((item) => item.identifier),
  };
}

/** The same search in other letters: no answer that is ready. */
function otherLetters(pathname) {
  const [before, query, after] = pathname.split(/(?<=[?&]q=)([^&]*)/);
  return () => {
    const letters = query.replace(/%[0-9A-F]{2}|[a-z]/gi, (piece) =>
      piece.length > 1 || Math.random() < 0.5 ? piece : piece.toUpperCase(),
    );
    const asked = before + letters + after;
    return { bytes: request(asked, IDENTITY), check: hasStatus(200, asked) };
  };
}

async function prepare() {
  const site = openSite(ownFolder(), { SEED_DEMO: 'true' });
  process.stderr.write('Starting the server with the demo set (a minute) …\n');
  const all = await site.run('all');
  // Both write the same addresses into their answers.
  site.env.PUBLIC_URL = all.base;
  const delivery = await site.run('delivery');
  await pause(10_000);
  return { site, all, delivery, idle: resident(delivery.child) };
}

async function kinds({ site, all, delivery }) {
  const staff = await site.signIn(all.base);
  const { identifier, title, cms, names } = await chosen(all, staff);
  const has = (wanted) => (body) => wanted(JSON.parse(body));
  const itemAt = `/v1/materials/${identifier}`;
  const listAt = '/v1/materials?limit=20';
  const isItem = has((item) => item.identifier === identifier && item.title === title);
  const item = await expected(all.base + itemAt, { isRight: isItem });
  const list = await expected(all.base + listAt, {
    isRight: has(({ items }) => items.map((one) => one.identifier).join() === names.join()),
  });
  const payload = await expected(all.base + cms, {
    headers: staff,
    isRight: has((material) => material.identifier === identifier),
  });
  const tagged = { ...IDENTITY, 'If-None-Match': item.headers.get('etag') };
  const searchAt = '/v1/search?q=phong%20benh&facets=subject,level';
  const computedAt = '/v1/search?q=huong%20dan%20phong%20benh&facets=subject,level';
  const ask = ({ port }, at, check, headers = IDENTITY) => ({
    port,
    next: always(at, headers, check),
  });
  return {
    'bare, item': ask({ port: await yardstick(site.folder, 'item', item) }, '/', sameAs(item, '/')),
    'item (all)': ask(all, itemAt, sameAs(item, itemAt)),
    'item (delivery)': ask(delivery, itemAt, sameAs(item, itemAt)),
    'item, 304': ask(delivery, itemAt, hasStatus(304, itemAt), tagged),
    'bare, list': ask({ port: await yardstick(site.folder, 'list', list) }, '/', sameAs(list, '/')),
    'list of 20': ask(delivery, listAt, sameAs(list, listAt)),
    'search, known': ask(delivery, searchAt, hasStatus(200, searchAt)),
    'search, computed': { port: delivery.port, next: otherLetters(computedAt), count: 4 },
    'Payload REST': ask(all, cms, sameAs(payload, pathOf(all.base + cms)), staff),
  };
}

function report(results, idle) {
  for (const [name, values] of Object.entries(results)) measured(name, values, '/s');
  const compare = (above, below) => {
    const { value, rounds } = ratio(results[above], results[below]);
    return { value, rounds };
  };
  target('item (delivery) ÷ bare', { ...compare('item (delivery)', 'bare, item'), atLeast: 0.8 });
  target('item (all) ÷ bare', { ...compare('item (all)', 'bare, item'), atLeast: 0.8 });
  target('item ÷ Payload REST', { ...compare('item (delivery)', 'Payload REST'), atLeast: 100 });
  target('304 ÷ 200', { ...compare('item, 304', 'item (delivery)'), atLeast: 1 });
  target('list of 20 ÷ bare', { ...compare('list of 20', 'bare, list'), atLeast: 0.6 });
  if (idle) target('idle delivery process', { value: idle, unit: 'MB', atMost: 130 });
}

await bench(`Items, ${ROUNDS} rounds of ${SECONDS} s, 16 connections`, async () => {
  const started = await prepare();
  const rounds = await kinds(started);
  const results = Object.fromEntries(Object.keys(rounds).map((name) => [name, []]));
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const [name, how] of Object.entries(rounds)) {
      results[name].push((await asMuchAsItTakes({ ...how, seconds: SECONDS })).answers);
    }
  }
  report(results, started.idle);
});
