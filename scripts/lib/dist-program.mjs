import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, root } from './paths.mjs';

/** Runs a built program in this very process, so that its signals, exit code and death are its own. */
export async function runDist(name, args = []) {
  const file = path.join(dist, `${name}.js`);
  process.env.NODE_ENV ??= 'production';
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  process.chdir(root);
  process.argv = [process.argv[0], file, ...args];
  await import(pathToFileURL(file).href);
}
