import fs from 'node:fs';
import path from 'node:path';
import { adminInputs, bundleServer } from './bundle.mjs';
import { withLock } from './lock.mjs';
import { dist, inRoot, root } from './paths.mjs';
import { requireRoom, requireWritable } from './preflight.mjs';
import { withProgress } from './progress.mjs';
import { bin, runLogged } from './run.mjs';
import { filesUnder, hashFiles } from './sources.mjs';

/**
 * Two parts with a hash each: the server (esbuild, a second) and the staff screens (Next, minutes).
 * `admin` is what the screens were built from, `adminWanted` what they should be built from.
 */
const record = path.join(dist, '.build-hash');

/** Builds what is missing or stale; a part's hash is written last, so a build cut short is repeated. */
export async function ensureBuilt({ admin = true } = {}) {
  if (isFresh(admin)) return;
  requireWritable(root, 'Packages and the build are put there.');
  requireRoom(0.7);
  await withLock(async () => {
    const hash = sourcesHash();
    if (read().server !== hash) {
      await withProgress('Building the server', bundleServer);
      write({ ...read(), server: hash, adminWanted: undefined });
    }
    if (!admin) return;
    const wanted = read().adminWanted ?? hashFiles(await adminInputs());
    write({ ...read(), adminWanted: wanted });
    if (!adminIsFresh(read())) {
      await withProgress('Building the staff screens (once, a few minutes)', buildAdmin);
      write({ ...read(), admin: wanted });
    }
  });
}

/** For whoever writes the server's files without the record, as the watcher of `npm run dev` does. */
export function forgetServerBuild() {
  write({ ...read(), server: undefined });
}

async function buildAdmin() {
  await runLogged(process.execPath, [bin('next'), 'build'], {
    what: 'The build of the staff screens',
    log: path.join(dist, 'build.log'),
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
}

function sourcesHash() {
  const shipped = (file) => !/\.(spec|fixture)\.tsx?$/.test(file);
  return hashFiles([
    ...['src', 'collections', 'migrations', 'seed', 'public'].flatMap((folder) =>
      filesUnder(folder, shipped),
    ),
    ...['package-lock.json', 'tsconfig.json', 'next.config.mjs', 'next.config.ts'].flatMap((file) =>
      filesUnder(file),
    ),
    ...filesUnder('scripts/lib/bundle.mjs'),
  ]);
}

function isFresh(admin) {
  const built = read();
  return (
    built.server === sourcesHash() &&
    fs.existsSync(path.join(dist, 'server.js')) &&
    (!admin || adminIsFresh(built))
  );
}

const adminIsFresh = ({ admin, adminWanted }) =>
  admin !== undefined && admin === adminWanted && fs.existsSync(inRoot('.next', 'BUILD_ID'));

function read() {
  try {
    return JSON.parse(fs.readFileSync(record, 'utf8'));
  } catch {
    return {};
  }
}

function write(state) {
  const fresh = `${record}.${process.pid}`;
  fs.mkdirSync(dist, { recursive: true });
  fs.writeFileSync(fresh, JSON.stringify(state));
  fs.renameSync(fresh, record);
}
