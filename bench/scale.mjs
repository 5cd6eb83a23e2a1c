/**
 * `npm run bench -- scale`: what an answer takes among a hundred thousand materials and among a thousand,
 * in interleaved rounds on two delivery processes. Nothing asked for is ready: each address is written
 * in other letters, so that every answer is read and made. BENCH_SIZE (100,000); with BENCH_MONGODB_URL
 * also on a MongoDB server.
 */
import { connect, request } from './lib/connection.mjs';
import { disguised, expected, IDENTITY, sameAs } from './lib/answers.mjs';
import { measured, median, quantile, ratio, target } from './lib/figures.mjs';
import { generatedSite, MONGODB_URL } from './lib/generated-site.mjs';
import { oneByOne } from './lib/load.mjs';
import { bench, pause, resident } from './lib/processes.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const SIZE = Number(process.env.BENCH_SIZE ?? 100_000);
const SMALL = 1_000;
const PAGE = 20;
const STEP = 100;
const TIMES = { item: 600, page: 120 };
/** Twice as many materials and more than this, at most. */
const MOST = 1.2;

/** The address of a page of twenty, found by walking there in larger steps. */
async function pagesOf(base, wanted) {
  const found = new Map();
  let [cursor, page] = ['', 1];
  while (found.size < wanted.length) {
    const at = cursor ? `&cursor=${cursor}` : '';
    if (wanted.includes(page))
      found.set(page, `/v1/materials?limit=${PAGE}&sort=-modifiedAt&lang=vi${at}`);
    const { next } = await (
      await fetch(`${base}/v1/materials?limit=${STEP}${at}`, { headers: IDENTITY })
    ).json();
    if (!next) break;
    [cursor, page] = [next, page + STEP / PAGE];
  }
  return found;
}

async function pageRequests({ base }, at) {
  const isRight = (body) => JSON.parse(body).items.length === PAGE;
  const answer = await expected(base + at, { isRight });
  return () => {
    const path = disguised(at);
    return { bytes: request(path, IDENTITY), check: sameAs(answer, path) };
  };
}

/** Items from all over the site, each held against what was read of it before. */
async function itemRequests({ base }, sample) {
  const answers = [];
  for (const { identifier, title } of sample.slice(0, 500)) {
    const isRight = (body) => JSON.parse(body).title === title;
    const at = `/v1/materials/${identifier}`;
    answers.push([at, await expected(base + at, { isRight })]);
  }
  return () => {
    const [at, answer] = answers[Math.floor(Math.random() * answers.length)];
    const path = disguised(at);
    return { bytes: request(path, IDENTITY), check: sameAs(answer, path) };
  };
}

async function open(database, size) {
  const site = await generatedSite({ size, database });
  const server = await site.run('delivery');
  const last = size / PAGE - STEP / PAGE + 1;
  const pages = await pagesOf(server.base, [...new Set([1, Math.min(1_001, last), last])]);
  const kinds = { item: { next: await itemRequests(server, site.sample), times: TIMES.item } };
  for (const [page, at] of pages) {
    kinds[`page ${page}`] = { next: await pageRequests(server, at), times: TIMES.page };
  }
  return { site, server, connection: await connect(server.port), kinds };
}

async function rounds(sides) {
  const results = new Map();
  const tails = new Map();
  for (let n = -1; n < ROUNDS; n += 1) {
    for (const { size, connection, kinds } of sides) {
      for (const [kind, how] of Object.entries(kinds)) {
        const ms = await oneByOne({ connection, ...how });
        // The first round only warms up.
        if (n < 0) continue;
        const name = `${size}: ${kind}`;
        results.set(name, [...(results.get(name) ?? []), median(ms)]);
        tails.set(name, [...(tails.get(name) ?? []), quantile(ms, 0.95)]);
      }
    }
  }
  return { results, tails };
}

function report(database, sides, { results, tails }) {
  const [small, large] = sides;
  for (const [name, values] of results) {
    measured(`${database}, ${name}, p50`, values, 'ms');
    measured(`${database}, ${name}, p95`, tails.get(name), 'ms');
  }
  for (const kind of Object.keys(large.kinds)) {
    const base = kind === 'item' ? 'item' : 'page 1';
    const above = results.get(`${large.size}: ${kind}`);
    target(`${database}, ${kind} of ${large.size} ÷ ${base} of ${small.size}`, {
      ...ratio(above, results.get(`${small.size}: ${base}`)),
      atMost: MOST,
    });
  }
}

for (const database of MONGODB_URL ? ['sqlite', 'mongodb'] : ['sqlite']) {
  await bench(
    `Scale on ${database}, ${SMALL} and ${SIZE} materials, ${ROUNDS} rounds`,
    async () => {
      const sides = [];
      for (const size of [SMALL, SIZE]) sides.push({ size, ...(await open(database, size)) });
      await pause(2_000);
      report(database, sides, await rounds(sides));
      const used = resident(sides[1].server.child);
      if (used) target(`${database}, delivery process, ${SIZE} materials`, { value: used, unit: 'MB', atMost: 200 }); // prettier-ignore
      for (const { connection } of sides) connection.close();
      for (const { site } of sides) await site.clear();
    },
  );
}
