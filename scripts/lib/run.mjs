import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { lockedBy } from './lock.mjs';
import { inRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';

const running = new Set();
const GRACE_MS = 3000;

for (const [signal, code] of Object.entries({ SIGHUP: 129, SIGINT: 130, SIGTERM: 143 })) {
  process.on(signal, () => {
    // Once the server runs in this process the signal is the server's own to handle.
    if (running.size === 0 && process.listenerCount(signal) > 1) return;
    void endChildren(signal).then(() => process.exit(code));
  });
}

/** None may outlive us: the next start would install or build beside it. */
async function endChildren(signal) {
  const ends = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of running) child.kill(signal);
  const kill = () => running.forEach((child) => child.kill('SIGKILL'));
  const timer = setTimeout(kill, GRACE_MS);
  await Promise.all(ends);
  clearTimeout(timer);
}

/** Starts a program in the project's folder; ends it with us. Resolves to its exit code and output. */
export function run(command, args, { env, stdio = 'inherit', log } = {}) {
  const output = log ? fs.openSync(log, 'w') : undefined;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: log ? ['ignore', output, output] : stdio === 'pipe' ? ['ignore', 'pipe', 'pipe'] : stdio,
    windowsHide: true,
  });
  running.add(child);
  if (log) lockedBy(child);
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part) => (text += part));
  child.stderr?.setEncoding('utf8').on('data', (part) => (text += part));
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(
        error.code === 'ENOENT' ? new Problem(`${command} was not found on this machine.`) : error,
      ),
    );
    child.once('close', (code, signal) => {
      running.delete(child);
      if (output !== undefined) fs.closeSync(output);
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 137), output: text });
    });
  });
}

/** Like `run`, with the output in a log file whose end is shown when the program fails. */
export async function runLogged(command, args, { what, log, env, hint = () => undefined }) {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const { code } = await run(command, args, { log, env });
  if (code === 0) return;
  const text = fs.readFileSync(log, 'utf8').trimEnd();
  const tail = text.split('\n').slice(-40).join('\n');
  throw new Problem(
    [`${tail}\n`, `${what} failed (exit code ${code}).`, hint(text), `The whole log: ${log}`]
      .filter(Boolean)
      .join('\n'),
  );
}

/** The arguments for `node` that run a package's program, without a shell and whatever the platform. */
export function bin(name, program = name) {
  const folder = inRoot('node_modules', name);
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[program];
  return path.join(folder, file);
}

/** Command and arguments that run npm: the one that started us when there is one. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return [process.execPath, [cli, ...args]];
  return process.platform === 'win32' ? ['cmd', ['/c', 'npm', ...args]] : ['npm', args];
}
