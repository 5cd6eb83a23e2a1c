import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles the search thread from source, as the build does, and gives its address. */
export async function searchThreadFile(): Promise<URL> {
  // Under node_modules, so that the thread finds the packages it leaves outside its bundle.
  const folder = path.join(root, 'node_modules/.cache/kho-test');
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `search-thread-${String(process.pid)}.mjs`);
  await build({
    entryPoints: [path.join(root, 'src/search/embedded/thread.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
  return pathToFileURL(outfile);
}
