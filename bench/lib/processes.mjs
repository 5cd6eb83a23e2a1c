/**
 * The processes of a bench, each on a core of its own where the system can be asked for that: servers
 * on the first, this process and what loads the servers on the second, work in the background on a
 * third, where there is one.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const SERVERS = 0;
const LOAD = 1;
export const BACKGROUND = os.cpus().length > 2 ? 2 : SERVERS;
const children = new Set();

function pinMyself() {
  if (os.cpus().length < 2) return false;
  try {
    execFileSync('taskset', ['-a', '-c', '-p', String(LOAD), String(process.pid)]);
    return true;
  } catch {
    // Another system, or one without the program: figures are then those of shared cores.
    return false;
  }
}
export const pinned = pinMyself();

const onCore = (core, args) =>
  pinned ? ['taskset', ['-c', String(core), process.execPath, ...args]] : [process.execPath, args];

/** A program of Node, by default on the servers' core. */
export function start(args, { env = {}, core = SERVERS, quiet = false } = {}) {
  const [program, rest] = onCore(core, args);
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', quiet ? 'ignore' : 'inherit'],
  });
  child.ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  children.add(child);
  void child.ended.then(() => children.delete(child));
  return child;
}

/** What a program of Node prints; throws when it fails. */
export async function output(args, { env = {} } = {}) {
  const child = run(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    maxBuffer: 64 * 2 ** 20,
  });
  child.child.stderr.pipe(process.stderr);
  return (await child).stdout;
}

export async function stop(child, patience = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), patience);
  await child.ended;
  clearTimeout(hard);
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(url, seconds) {
  for (let i = 0; i < seconds * 5; i += 1) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not up yet.
    }
    await pause(200);
  }
  throw new Error(`${url} did not answer`);
}

export async function freePort() {
  return await new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Megabytes; undefined where the system does not tell. */
export function resident({ pid }) {
  try {
    const match = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Number(match[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
}

export function machine() {
  const model = os.cpus()[0]?.model ?? 'unknown';
  return `${os.cpus().length} × ${model}, Node ${process.version}${pinned ? ', server and load on a core each' : ', NOT pinned to cores'}`;
}

/** Runs a bench; its processes end with it, however it ends. */
export async function bench(name, work) {
  console.log(`\n${name}: ${machine()}`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      for (const child of children) child.kill('SIGKILL');
      process.exit(1);
    });
  }
  try {
    await work();
  } finally {
    await Promise.all([...children].map((child) => stop(child)));
  }
}
