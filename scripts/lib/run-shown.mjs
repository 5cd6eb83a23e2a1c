import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** Runs a program of Node in the project's folder; what it prints is shown and given back. */
export async function runShown(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = () => child.kill('SIGTERM');
  process.once('SIGINT', end).once('SIGTERM', end);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    text += part;
    process.stdout.write(part);
  });
  const code = await new Promise((resolve) =>
    child.once('close', (status) => resolve(status ?? 1)),
  );
  process.off('SIGINT', end).off('SIGTERM', end);
  return { code, text };
}
