import { fork, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

export interface Order {
  killAt: 'claiming' | 'before the effect' | 'after the effect' | 'finishing' | 'never';
  /** Milliseconds by which its clock is ahead: the leases of who died before have run out. */
  clock: number;
  /** Where effects go, and the list of those that were begun. */
  folder: string;
  journal: string;
}

export interface Program {
  /** Starts it; resolves when it says where it is. */
  start(name: 'effects-child' | 'worker-child', order?: Order): Promise<Running>;
  remove(): void;
}
export interface Running {
  said: string;
  /** `kill -9`: no handler of it runs any more. */
  kill(): Promise<void>;
}

const here = import.meta.dirname;
const root = path.resolve(here, '../../..');

/** The children and the threads they start, bundled as the build does it. */
export async function buildChildren(): Promise<Program> {
  // Under node_modules, so that they find the packages that stay outside.
  const outdir = path.join(root, `node_modules/.cache/kho-test/killed-${String(process.pid)}`);
  await build({
    entryPoints: {
      'effects-child': path.join(here, 'effects-child.ts'),
      'worker-child': path.join(here, 'worker-child.ts'),
      worker: path.join(root, 'src/worker.ts'),
      'processing-thread': path.join(root, 'src/intake/processing/thread.ts'),
    },
    absWorkingDir: root,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'error',
  });
  const children = new Set<ChildProcess>();
  return {
    async start(name, order) {
      const child = fork(path.join(outdir, `${name}.js`), [JSON.stringify(order ?? {})], {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      children.add(child);
      return { said: await firstWord(child), kill: () => kill(child) };
    },
    remove() {
      for (const child of children) child.kill('SIGKILL');
      rmSync(outdir, { recursive: true, force: true });
    },
  };
}

async function firstWord(child: ChildProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    child.once('message', (word) => resolve(String(word)));
    child.once('exit', (code) => reject(new Error(`the child ended with ${String(code)}`)));
  });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
