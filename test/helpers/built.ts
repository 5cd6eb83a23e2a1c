import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Role } from '../../src/platform/env';
import { dropMongodb, emptyMongodbUrl } from './database';
import { testStorageUrl } from './storage';

/** One process of the built program. */
export interface Running {
  role: Role;
  base: string;
  child: ChildProcess;
  /** Sends SIGTERM; the exit code and how long it took. */
  stop(): Promise<{ code: number | null; seconds: number }>;
  /** `kill -9`: no handler of it runs any more. */
  kill(): Promise<void>;
}

/** A data folder, a database and a storage that processes of the built program share. */
export interface House {
  folder: string;
  /** What it stands on, for the summary. */
  on: { database: 'sqlite' | 'mongodb'; storage: 'disk' | 's3' };
  env: Record<string, string>;
  /** Resolves when it answers; on the port that `more` names, or a free one. */
  start(role: Role, more?: Record<string, string>): Promise<Running>;
  passwordOf(email: string): string;
  /** Ends what still runs and takes everything away. */
  clear(): Promise<void>;
}

export async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 2_600; i += 1) {
    if (child.exitCode !== null)
      throw new Error(`the process ended with ${String(child.exitCode)}`);
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer`);
}

function running(role: Role, base: string, child: ChildProcess): Running {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    role,
    base,
    child,
    async stop() {
      const asked = performance.now();
      child.kill('SIGTERM');
      const code = await ended;
      return { code, seconds: (performance.now() - asked) / 1_000 };
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Ends what still runs with its transactions closed; what does not end in time is killed. */
async function endInPeace({ child, stop, kill }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const timer = setTimeout(() => void kill(), 15_000);
  await stop();
  clearTimeout(timer);
}

/** On the embedded defaults, or on the real services that are given. */
export function openHouse(settings: Record<string, string> = {}): House {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-house-'));
  const mongodb = process.env.TEST_DATABASE_URL ? emptyMongodbUrl() : undefined;
  const storage = testStorageUrl(folder);
  const env: Record<string, string> = {
    NODE_ENV: 'production',
    DATA_DIR: path.join(folder, 'data'),
    DATABASE_URL: mongodb ?? '',
    STORAGE_URL: storage,
    SEARCH_URL: '',
    PAYLOAD_SECRET: mongodb ? 'a-secret-for-tests-that-is-long-enough' : '',
    SEED_DEMO: 'true',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'warn',
    ...settings,
  };
  const all: Running[] = [];
  return {
    folder,
    on: {
      database: mongodb ? 'mongodb' : 'sqlite',
      storage: storage.startsWith('s3:') ? 's3' : 'disk',
    },
    env,
    async start(role, more = {}) {
      const port = more.PORT ? Number(more.PORT) : await freePort();
      const base = `http://localhost:${String(port)}`;
      const own = { ROLE: role, PORT: String(port), PUBLIC_URL: base, ...more };
      const child = spawn(process.execPath, ['dist/server.js'], {
        env: { ...process.env, ...env, ...own } as NodeJS.ProcessEnv,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const process_ = running(role, base, child);
      all.push(process_);
      await answers(`${base}/healthz`, child);
      return process_;
    },
    passwordOf(email) {
      const file = path.join(folder, 'data/first-sign-in.txt');
      const line = readFileSync(file, 'utf8')
        .split('\n')
        .find((entry) => entry.startsWith(email));
      return line?.split(/\s+/)[1] ?? '';
    },
    async clear() {
      await Promise.all(all.map(endInPeace));
      rmSync(folder, { recursive: true, force: true });
      // What a client left open that was killed or cut off by a proxy, the server holds for a minute,
      // and a drop would wait for it: such a database stays behind.
      const cutOff = env.DATABASE_URL !== (mongodb ?? '');
      const killed = all.some(({ child }) => child.signalCode === 'SIGKILL');
      if (mongodb && !cutOff && !killed) await dropMongodb(mongodb);
    },
  };
}
