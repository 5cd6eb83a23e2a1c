/**
 * `npm run bench -- files`: files of a publication against a raw stream of the same bytes. Every answer
 * has the right length, and of every kind one a round the right hash.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SIZES } from './generated/files.mjs';
import { always } from './lib/answers.mjs';
import { measured, ratio, target } from './lib/figures.mjs';
import { generatedSite } from './lib/generated-site.mjs';
import { asMuchAsItTakes } from './lib/load.mjs';
import { bench, freePort, start, until } from './lib/processes.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const rawServer = fileURLToPath(new URL('./files/raw-server.mjs', import.meta.url));
const RANGE = { from: 20_000_000, length: 2 ** 20 };

async function raw(media, sha256) {
  const port = await freePort();
  const file = path.join(media, `content/${sha256.slice(0, 2)}/${sha256}`);
  start([rawServer, String(port), file]);
  await until(`http://127.0.0.1:${port}/`, 10);
  return { port, at: '/' };
}

const ofLength = (status, bytes) => (answer) => {
  if (answer.status !== status || answer.bytes !== bytes) {
    throw new Error(`${answer.status}, ${answer.bytes} bytes instead of ${bytes}`);
  }
};

async function sameHash({ port, at }, headers, wanted) {
  const answer = await fetch(`http://127.0.0.1:${port}${at}`, { headers });
  const hash = createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex');
  if (hash !== wanted) throw new Error(`${at} has other bytes`);
}

/** Our file and the raw one of the same bytes, asked in the same way. */
async function pair({ site, port, at: file, count, part }) {
  const said = await (
    await fetch(`http://127.0.0.1:${port}/v1/materials/${file.identifier}`)
  ).json();
  const { id, sha256, size } = said.files[0];
  const ours = { port, at: `/v1/files/${id}` };
  const yardstick = await raw(path.join(site.folder, 'media'), sha256);
  const headers = part ? { Range: `bytes=${part.from}-${part.from + part.length - 1}` } : {};
  const check = ofLength(part ? 206 : 200, part ? part.length : size);
  const whole = async (place) => await sameHash(place, {}, sha256);
  return { count, places: { ours, raw: yardstick }, headers, check, whole };
}

async function round({ places, headers, check, count, whole }, results) {
  for (const [name, place] of Object.entries(places)) {
    await whole(place);
    const next = always(place.at, headers, check);
    const { bytes } = await asMuchAsItTakes({ port: place.port, next, seconds: SECONDS, count, keepBody: false }); // prettier-ignore
    results[name].push(bytes / 1e6);
  }
}

await bench(`Files, ${ROUNDS} rounds of ${SECONDS} s`, async () => {
  const site = await generatedSite({ size: 1_000 });
  const { port } = await site.run('delivery');
  const [large, small] = site.sample;
  const kinds = {
    [`file of ${SIZES.large / 2 ** 20} MB, 4 at once`]: { at: large, count: 4 },
    [`1 MB of it, 4 at once`]: { at: large, count: 4, part: RANGE },
    [`file of ${SIZES.small / 1_000} kB, 16 at once`]: { at: small, count: 16 },
  };
  const pairs = {};
  for (const [name, kind] of Object.entries(kinds))
    pairs[name] = await pair({ site, port, ...kind });
  const results = Object.fromEntries(
    Object.keys(kinds).map((name) => [name, { raw: [], ours: [] }]),
  );
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const [name, one] of Object.entries(pairs)) await round(one, results[name]);
  }
  for (const [name, { raw: bare, ours }] of Object.entries(results)) {
    measured(`${name}, raw`, bare, 'MB/s');
    measured(name, ours, 'MB/s');
  }
  for (const [name, { raw: bare, ours }] of Object.entries(results)) {
    target(`${name} ÷ raw`, { ...ratio(ours, bare), atLeast: 0.8 });
  }
});
