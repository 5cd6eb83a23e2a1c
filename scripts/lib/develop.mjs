import { spawn } from 'node:child_process';
import path from 'node:path';
import { forgetServerBuild } from './build.mjs';
import { bundleOptions } from './bundle.mjs';
import { dist, root } from './paths.mjs';

/** Bundles on each change and starts the server anew; the staff screens reload by themselves (Next). */
export async function develop() {
  forgetServerBuild();
  const { context } = await import('esbuild');
  let server;
  let restarting = Promise.resolve();

  const start = () => {
    server = spawn(process.execPath, ['--enable-source-maps', path.join(dist, 'server.js')], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: 'inherit',
    });
    server.once('exit', (code) => {
      if (code) console.error(`The server ended (exit code ${code}); waiting for a change.`);
    });
  };
  // The old one must be gone first: a second writer on the same data is refused.
  const stop = () =>
    new Promise((resolve) => {
      if (!server || server.exitCode !== null || server.signalCode !== null) return resolve();
      server.once('exit', resolve);
      server.kill('SIGTERM');
    });
  const restart = () => (restarting = restarting.then(stop).then(start));

  const onBuilt = {
    name: 'restart',
    setup: (build) => build.onEnd(({ errors }) => void (errors.length === 0 && restart())),
  };
  const watching = await context({ ...bundleOptions(), logLevel: 'warning', plugins: [onBuilt] });
  await watching.watch();

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await watching.dispose();
      await stop();
      process.exit(0);
    });
  }
}
