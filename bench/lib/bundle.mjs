import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Under node_modules, so that a bundle finds the packages it leaves outside.
const outdir = path.join(root, 'node_modules/.cache/kho-bench');

/** Bundles parts of the product from source as it is built; `entries`: names and files. Their addresses. */
export async function bundled(entries) {
  mkdirSync(outdir, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    keepNames: true,
    logLevel: 'silent',
  });
  const addressOf = (name) => pathToFileURL(path.join(outdir, `${name}.mjs`));
  return Object.fromEntries(Object.keys(entries).map((name) => [name, addressOf(name)]));
}
