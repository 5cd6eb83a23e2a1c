import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './processes.mjs';

// Under node_modules, so that the bundle finds the packages it leaves outside.
const outdir = path.join(root, 'node_modules/.cache/kho-bench');

/** The address of what the benches take of the product, bundled from source as it is built. */
export async function bundleProduct() {
  mkdirSync(outdir, { recursive: true });
  await build({
    entryPoints: { product: path.join(root, 'bench/generated/product.ts') },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
  return pathToFileURL(path.join(outdir, 'product.mjs')).href;
}
