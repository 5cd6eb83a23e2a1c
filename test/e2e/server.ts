import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export interface RunningServer {
  base: string;
  folder: string;
  passwordOf(email: string): string;
  /** Sends SIGTERM; the exit code and how long it took. */
  stop(): Promise<{ code: number | null; seconds: number }>;
}

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 1_200; i += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${String(child.exitCode)}`);
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${url} did not answer`);
}

/** The built program on a folder of its own with the demo set, as `npm start` runs it. */
export async function startServer(): Promise<RunningServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-e2e-'));
  const port = await freePort();
  const base = `http://localhost:${String(port)}`;
  const child = spawn(process.execPath, ['dist/server.js'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: base,
      DATA_DIR: path.join(folder, 'data'),
      DATABASE_URL: '',
      SEARCH_URL: '',
      STORAGE_URL: `file:${path.join(folder, 'media')}`,
      SEED_DEMO: 'true',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await answers(`${base}/healthz`, child);
  const signIns = readFileSync(path.join(folder, 'data/first-sign-in.txt'), 'utf8').split('\n');
  return {
    base,
    folder,
    passwordOf(email) {
      const line = signIns.find((entry) => entry.startsWith(email));
      return line?.split(/\s+/)[1] ?? '';
    },
    async stop() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      const asked = performance.now();
      child.kill('SIGTERM');
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      return { code, seconds: (performance.now() - asked) / 1000 };
    },
  };
}
