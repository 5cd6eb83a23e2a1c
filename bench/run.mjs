/**
 * `npm run bench`: ratios against a bare server and against Payload's own REST in one run. Rounds are
 * interleaved, so that a machine whose speed drifts does so for all of them alike.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const run = promisify(execFile);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const PORT = 3401;
const base = `http://127.0.0.1:${PORT}`;
const apart = `http://127.0.0.1:${PORT + 1}`;
const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-bench-'));
const pinned = os.cpus().length > 1 && process.platform === 'linux';
const children = [];

/** Servers on one core, the load on another, where the system can be asked for that. */
function command(core, args) {
  return pinned
    ? ['taskset', ['-c', String(core), process.execPath, ...args]]
    : [process.execPath, args];
}

function start(args, env = {}) {
  const [program, rest] = command(0, args);
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  return child;
}

async function until(url, seconds) {
  for (let i = 0; i < seconds * 5; i += 1) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not up yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer`);
}

async function round(url, headers = {}, vary = '') {
  const [program, rest] = command(1, [
    path.join(here, 'load.mjs'),
    url,
    String(SECONDS),
    JSON.stringify(headers),
    vary,
  ]);
  const { stdout } = await run(program, rest, { cwd: root });
  return Number(stdout);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

async function yardstick(name, url, port) {
  const answer = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } });
  const body = Buffer.from(await answer.arrayBuffer());
  const headers = Object.fromEntries(
    [...answer.headers].filter(
      ([key]) => !['connection', 'keep-alive', 'date', 'transfer-encoding'].includes(key),
    ),
  );
  headers['content-length'] = String(body.length);
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify({ headers, body: body.toString('base64') }));
  start([path.join(here, 'bare-server.mjs'), String(port), file]);
  const bare = `http://127.0.0.1:${port}/`;
  await until(bare, 10);
  const same = Buffer.from(await (await fetch(bare)).arrayBuffer());
  if (!same.equals(body)) throw new Error(`the bare server does not write the bytes of ${url}`);
  return bare;
}

async function signIn() {
  const line = readFileSync(path.join(folder, 'data/first-sign-in.txt'), 'utf8')
    .split('\n')
    .find((entry) => entry.includes(' administrator '));
  const [email, password] = line.split(/\s+/);
  const answer = await fetch(`${base}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return { Authorization: `JWT ${(await answer.json()).token}` };
}

function residentMegabytes(pid) {
  try {
    const match = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Number(match[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
}

async function main() {
  const env = {
    NODE_ENV: 'production',
    DATA_DIR: path.join(folder, 'data'),
    STORAGE_URL: `file:${path.join(folder, 'media')}`,
    DATABASE_URL: '',
    SEARCH_URL: '',
    SEED_DEMO: 'true',
    LOG_LEVEL: 'warn',
    PUBLIC_URL: base,
  };
  process.stderr.write('Starting the server with the demo set (a minute) …\n');
  start(['dist/server.js'], { ...env, PORT: String(PORT) });
  await until(`${base}/healthz`, 240);
  const delivery = start(['dist/server.js'], { ...env, ROLE: 'delivery', PORT: String(PORT + 1) });
  await until(`${apart}/healthz`, 30);
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  const resident = residentMegabytes(delivery.pid);

  const list = await (await fetch(`${base}/v1/materials?limit=20`)).json();
  const { identifier, title } = list.items[0];
  const item = `/v1/materials/${identifier}`;
  const known = await fetch(base + item);
  if ((await known.json()).title !== title) throw new Error('the item is not the one of the list');
  const staff = await signIn();
  const found = await (
    await fetch(`${base}/api/materials?limit=1&where[identifier][equals]=${identifier}`, {
      headers: staff,
    })
  ).json();
  const cms = `${base}/api/materials/${found.docs[0].id}?depth=1`;
  if ((await (await fetch(cms, { headers: staff })).json()).identifier !== identifier) {
    throw new Error('Payload answers another material');
  }

  const bareItem = await yardstick('item', base + item, PORT + 2);
  const bareList = await yardstick('list', `${base}/v1/materials?limit=20`, PORT + 3);
  const identity = { 'Accept-Encoding': 'identity' };
  const etag = (await fetch(base + item, { headers: identity })).headers.get('etag');
  const rounds = {
    'bare, item': [bareItem, identity],
    'item (all)': [base + item, identity],
    'item (delivery)': [apart + item, identity],
    'item, 304': [apart + item, { ...identity, 'If-None-Match': etag }],
    'bare, list': [bareList, identity],
    'list of 20': [`${apart}/v1/materials?limit=20`, identity],
    'search, known': [`${apart}/v1/search?q=phong%20benh&facets=subject,level`, identity],
    'search, computed': [
      `${apart}/v1/search?q=huong%20dan%20phong%20benh&facets=subject,level`,
      identity,
      'vary',
    ],
    'Payload REST': [cms, staff],
  };
  const results = Object.fromEntries(Object.keys(rounds).map((name) => [name, []]));
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const [name, [url, headers, vary]] of Object.entries(rounds)) {
      if (process.stderr.isTTY) {
        process.stderr.write(`\rround ${n + 1}/${ROUNDS} ${name}            `);
      }
      results[name].push(await round(url, headers, vary));
    }
  }
  const m = (name) => median(results[name]);
  const cpu = os.cpus()[0]?.model ?? 'unknown';
  console.log(
    `\n${os.cpus().length} × ${cpu}, Node ${process.version}, ${ROUNDS} rounds of ${SECONDS} s, 16 connections${pinned ? ', server and load on a core each' : ''}`,
  );
  for (const [name, values] of Object.entries(results)) {
    console.log(
      `  ${name.padEnd(18)}${m(name).toFixed(0).padStart(8)}/s   ${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`,
    );
  }
  const ratio = (name, value, target) => {
    const reached =
      target === undefined
        ? ''
        : value >= target
          ? `  target ≥ ${target}: reached`
          : `  target ≥ ${target}: NOT reached`;
    console.log(`  ${name.padEnd(34)}${value.toFixed(2)}${reached}`);
  };
  console.log('Ratios');
  ratio('item (delivery) ÷ bare', m('item (delivery)') / m('bare, item'), 0.5);
  ratio('item (all) ÷ bare', m('item (all)') / m('bare, item'), 0.5);
  ratio('item (delivery) ÷ Payload REST', m('item (delivery)') / m('Payload REST'), 40);
  ratio('304 ÷ 200', m('item, 304') / m('item (delivery)'));
  ratio('list ÷ bare', m('list of 20') / m('bare, list'));
  ratio('search, known ÷ bare list', m('search, known') / m('bare, list'));
  ratio('search, computed ÷ Payload REST', m('search, computed') / m('Payload REST'));
  if (resident)
    console.log(
      `  idle delivery process             ${resident.toFixed(0)} MB  target ≤ 130: ${resident <= 130 ? 'reached' : 'NOT reached'}`,
    );
}

try {
  await main();
} finally {
  for (const child of children) child.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
