import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Under node_modules, so that the bundle finds the packages it leaves outside.
const outdir = path.join(root, 'node_modules/.cache/kho-bench');

/** Bundles the embedded engine from source, with the build's settings; the addresses of its parts. */
export async function bundleSearch() {
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: {
      'search-product': path.join(root, 'bench/search/product.ts'),
      'search-thread': path.join(root, 'src/search/embedded/thread.ts'),
    },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    keepNames: true,
    logLevel: 'silent',
  });
  const at = (name) => pathToFileURL(path.join(outdir, `${name}.mjs`));
  return { product: at('search-product'), thread: at('search-thread') };
}
