/**
 * `npm run bench -- visible`: from the answer that something is withdrawn or published again until every
 * delivery process says so: by its identifier, in the list, in the search. Two delivery processes beside
 * the staff side. BENCH_CHANGES withdrawals and as many publications (100).
 */
import { performance } from 'node:perf_hooks';
import { connect, request } from './lib/connection.mjs';
import { IDENTITY } from './lib/answers.mjs';
import { measured, quantile, target } from './lib/figures.mjs';
import { bench, pause } from './lib/processes.mjs';
import { openSite, ownFolder } from './lib/site.mjs';

const CHANGES = Number(process.env.BENCH_CHANGES ?? 100);
const PATIENCE_MS = 30_000;
const LOOK_MS = 5;
const MOST_MS = 2_000;

/** Of every place where a publication is seen: its address, and whether the answer shows it. */
const PLACES = {
  'by id': ({ identifier }) => [`/v1/materials/${identifier}`, ({ status }) => status === 200],
  'in the list': ({ identifier }) => [
    '/v1/materials?limit=100',
    ({ body }) => body.includes(`"${identifier}"`),
  ],
  'in the search': ({ identifier, title }) => [
    `/v1/search?q=${encodeURIComponent(title)}&limit=50`,
    ({ body }) => body.includes(`"identifier":"${identifier}"`),
  ],
};

async function published({ base }, staff) {
  const { items } = await (await fetch(`${base}/v1/materials?limit=100`)).json();
  const found = await (
    await fetch(`${base}/api/materials?limit=200&depth=0&select[identifier]=true`, {
      headers: staff,
    })
  ).json();
  const ids = new Map(found.docs.map(({ id, identifier }) => [identifier, id]));
  return items.map(({ identifier, title }) => ({ identifier, title, id: ids.get(identifier) }));
}

async function act({ base }, staff, id, input) {
  const answer = await fetch(`${base}/api/materials/${id}/transition`, {
    method: 'POST',
    headers: { ...staff, 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${input.action}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  return performance.now();
}

/** Milliseconds until it is seen, or is not any more. */
async function until({ connection, path, shows }, wanted, begun) {
  const asked = request(path, IDENTITY);
  while (performance.now() - begun < PATIENCE_MS) {
    const answer = await connection.ask(asked);
    if (answer.status >= 500) throw new Error(`${path}: ${answer.status}`);
    if (shows(answer) === wanted) return performance.now() - begun;
    await pause(LOOK_MS);
  }
  throw new Error(`${path} did not change in ${PATIENCE_MS / 1_000} s`);
}

async function watchers(servers) {
  const all = [];
  for (const { port } of servers) {
    for (const [place, look] of Object.entries(PLACES)) {
      all.push({ place, look, connection: await connect(port) });
    }
  }
  return all;
}

await bench(`Visible, ${CHANGES} withdrawals and as many publications`, async () => {
  const site = openSite(ownFolder(), { SEED_DEMO: 'true' });
  process.stderr.write('Starting the server with the demo set (a minute) …\n');
  const all = await site.run('all');
  site.env.PUBLIC_URL = all.base;
  const servers = [await site.run('delivery'), await site.run('delivery')];
  await pause(5_000);
  const staff = await site.signIn(all.base);
  const materials = await published(all, staff);
  const looking = await watchers(servers);
  const found = { withdrawn: {}, published: {} };
  async function change(material, name, input) {
    const begun = await act(all, staff, material.id, input);
    await Promise.all(
      looking.map(async ({ place, look, connection }) => {
        const [path, shows] = look(material);
        const took = await until({ connection, path, shows }, name === 'published', begun);
        found[name][place] = [...(found[name][place] ?? []), took];
      }),
    );
    // Not in step with the looks of the processes.
    await pause(Math.random() * 500);
  }
  for (let n = 0; n < CHANGES; n += 1) {
    const material = materials[n % materials.length];
    await change(material, 'withdrawn', { action: 'withdraw', reasons: ['other'], comment: 'Bench.' }); // prettier-ignore
    await change(material, 'published', { action: 'reinstate' });
  }
  for (const [name, places] of Object.entries(found)) {
    for (const [place, ms] of Object.entries(places)) measured(`${name}, ${place}`, ms, 'ms');
  }
  for (const [name, places] of Object.entries(found)) {
    for (const [place, ms] of Object.entries(places)) {
      target(`${name}, ${place}, p99`, { value: quantile(ms, 0.99), unit: 'ms', atMost: MOST_MS });
    }
  }
});
