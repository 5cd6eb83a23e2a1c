import { build } from 'esbuild';
import path from 'node:path';

/** The processing thread, bundled as the build does it, where node_modules can be found from. */
export async function builtThread(): Promise<string> {
  const outfile = path.resolve(
    'node_modules/.cache/kho-test',
    `processing-thread-${String(process.pid)}.js`,
  );
  await build({
    entryPoints: ['src/intake/processing/thread.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}
