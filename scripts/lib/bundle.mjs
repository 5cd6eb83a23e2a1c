import fs from 'node:fs';
import { dist, inRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { filesUnder } from './sources.mjs';

/** Programs and thread entries: name in dist, source. */
const ENTRIES = {
  server: 'src/server.ts',
  worker: 'src/worker.ts',
  cli: 'src/cli.ts',
  'search-thread': 'src/search/embedded/thread.ts',
  'processing-thread': 'src/intake/processing/thread.ts',
};

/**
 * Split into chunks so that what a role does not import is not loaded: delivery's graph stays free
 * of Payload. Chunks lie beside the entries, so `new URL('./x-thread.js', import.meta.url)` works in all.
 */
export function bundleOptions(entryPoints = ENTRIES) {
  return {
    entryPoints,
    absWorkingDir: root,
    outdir: dist,
    chunkNames: 'chunk-[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: true,
    keepNames: true,
    logLevel: 'silent',
    metafile: true,
  };
}

export async function bundleServer() {
  const { build } = await import('esbuild');
  const { metafile } = await explain(build(bundleOptions()));
  removeOldChunks(Object.keys(metafile.outputs));
}

/** What the Next build reads of ours, so that a change of the server alone does not repeat it. */
export async function adminInputs() {
  const { build } = await import('esbuild');
  const screens = filesUnder('src/app', (file) => /\.[jt]sx?$/.test(file));
  const entries = [...screens, 'src/payload.config.ts'].map((file) => `./${file}`);
  const isStyle = (file) => /\.(css|scss|svg|woff2?)$/.test(file);
  const { metafile } = await explain(
    build({
      ...bundleOptions(entries),
      loader: { '.css': 'empty', '.scss': 'empty', '.svg': 'empty', '.woff2': 'empty' },
      sourcemap: false,
      write: false,
    }),
  );
  return [
    ...Object.keys(metafile.inputs).filter((file) => !file.includes('node_modules')),
    ...filesUnder('src', isStyle),
    ...filesUnder('public'),
    'package-lock.json',
    'tsconfig.json',
    ...['next.config.mjs', 'next.config.ts'].filter((file) => fs.existsSync(inRoot(file))),
  ];
}

export async function explain(building) {
  try {
    return await building;
  } catch (error) {
    if (!error.errors?.length) throw error;
    const { formatMessages } = await import('esbuild');
    const lines = await formatMessages(error.errors, {
      kind: 'error',
      color: process.stdout.isTTY,
    });
    throw new Problem(`${lines.join('')}The build failed.`);
  }
}

/** Chunks of earlier builds stay a week: a server that still runs on them may load one late. */
function removeOldChunks(current) {
  const weekAgo = Date.now() - 7 * 24 * 3600 * 1000;
  const isOld = (file) => /^dist\/chunk-/.test(file) && fs.statSync(inRoot(file)).mtimeMs < weekAgo;
  for (const file of filesUnder('dist')) {
    if (!current.includes(file) && isOld(file)) fs.rmSync(inRoot(file), { force: true });
  }
}
