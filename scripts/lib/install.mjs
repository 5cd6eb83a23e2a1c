import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { dist, inRoot, root } from './paths.mjs';
import { requireRoom, requireWritable } from './preflight.mjs';
import { withProgress } from './progress.mjs';
import { npm, runLogged } from './run.mjs';

const marker = inRoot('node_modules', '.kho-install');

/** `npm ci` when node_modules is missing or was made from another package-lock.json or platform. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  requireWritable(root, 'Packages and the build are put there.');
  requireRoom(1.5);
  await withLock(async () => {
    if (isInstalled()) return;
    const [command, args] = npm(
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
    );
    await withProgress('Installing packages (npm ci)', () =>
      runLogged(command, args, {
        what: 'Installing packages',
        log: path.join(dist, 'install.log'),
        env: { NODE_ENV: 'development' },
        hint,
      }),
    );
    fs.writeFileSync(marker, wanted());
  });
}

function wanted() {
  return createHash('sha256')
    .update(fs.readFileSync(inRoot('package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

function isInstalled() {
  const hash = wanted();
  if (read(marker) === hash) return true;
  if (!installedByHand()) return false;
  fs.writeFileSync(marker, hash);
  return true;
}

/** Whether somebody ran `npm install` or `npm ci`: npm's own record names every package of the lock. */
function installedByHand() {
  const record = read(inRoot('node_modules', '.package-lock.json'));
  if (!record) return false;
  const have = JSON.parse(record).packages;
  const want = JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([where, { version, optional, os, cpu, libc }]) => {
    if (where === '' || have[where]?.version === version) return true;
    const oursToo = os?.includes(process.platform) && cpu?.includes(process.arch) && !libc;
    return optional && !oursToo;
  });
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function hint(text) {
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(text)) {
    return 'The package registry could not be reached: check the network, or set a proxy or mirror in .npmrc.';
  }
  if (/ENOSPC/.test(text)) return 'The disk is full.';
  if (/EACCES|EPERM/.test(text)) return 'A file could not be written: check who owns this folder.';
  if (/in sync|EUSAGE/.test(text))
    return 'package.json and package-lock.json disagree: run npm install.';
  return undefined;
}
