/** A data folder of its own, and processes of the built server on it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, start, until } from './processes.mjs';

/** Kept from run to run by who names a folder; else from bench to bench of one run. */
export const isKept = process.env.BENCH_DIR !== undefined;
export const shared = process.env.BENCH_DIR ?? process.env.BENCH_SHARED_DIR;

export function ownFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function openSite(folder, settings = {}) {
  mkdirSync(folder, { recursive: true });
  const env = {
    NODE_ENV: 'production',
    DATA_DIR: path.join(folder, 'data'),
    STORAGE_URL: `file:${path.join(folder, 'media')}`,
    DATABASE_URL: '',
    SEARCH_URL: '',
    SEED_DEMO: 'false',
    LOG_LEVEL: 'warn',
    ...settings,
  };
  return {
    folder,
    env,
    /** Resolves when it answers. */
    async run(role, { core, patience = 240 } = {}) {
      const port = await freePort();
      const base = `http://127.0.0.1:${port}`;
      const own = { ...env, ROLE: role, PORT: String(port), PUBLIC_URL: env.PUBLIC_URL ?? base };
      const child = start(['dist/server.js'], {
        env: own,
        ...(core === undefined ? {} : { core }),
      });
      await until(`${base}/healthz`, patience);
      return { base, port, child };
    },
    /** Headers of a request by the first administrator. */
    async signIn(base) {
      const file = path.join(env.DATA_DIR, 'first-sign-in.txt');
      const line = readFileSync(file, 'utf8')
        .split('\n')
        .find((entry) => entry.includes(' administrator '));
      const [email, password] = line.split(/\s+/);
      const answer = await fetch(`${base}/api/users/login`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email, password }),
      });
      return { Authorization: `JWT ${(await answer.json()).token}` };
    },
  };
}
