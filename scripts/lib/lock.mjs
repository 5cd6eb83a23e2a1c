import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dist } from './paths.mjs';
import { withProgress } from './progress.mjs';

const file = path.join(dist, '.lock');
const BEAT_MS = 2000;
const DEAD_AFTER_MS = 30_000;
const CHILD_AT_MOST_MS = 10 * 60_000;
let held = false;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Installs and builds happen one at a time, whoever starts them; a killed holder is noticed. */
export async function withLock(work) {
  fs.mkdirSync(dist, { recursive: true });
  if (!take()) {
    await withProgress('Waiting for another start that installs or builds', async () => {
      while (!take()) {
        removeIfDead();
        await sleep(500);
      }
    });
  }
  held = true;
  const beat = setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), BEAT_MS);
  const release = () => {
    held = false;
    fs.rmSync(file, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.removeListener('exit', release);
    release();
  }
}

/** A holder that is killed leaves its npm or Next running: the lock is theirs until they end. */
export function lockedBy(child) {
  if (held) fs.writeFileSync(file, owner(child.pid));
}

const owner = (child) => JSON.stringify({ pid: process.pid, child, host: os.hostname() });

function take() {
  try {
    fs.writeFileSync(file, owner(), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function removeIfDead() {
  const seen = readLock();
  if (!seen || isHeld(seen)) return;
  // Renamed before it is removed, so that of two who wait only one removes it.
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    const taken = fs.readFileSync(aside, 'utf8');
    if (taken !== seen.text) fs.linkSync(aside, file); // somebody was quicker: theirs goes back
    fs.rmSync(aside);
  } catch {
    // Gone already: the next attempt to take it decides.
  }
}

function readLock() {
  try {
    return { text: fs.readFileSync(file, 'utf8'), beat: fs.statSync(file).mtimeMs };
  } catch {
    return undefined;
  }
}

function isHeld({ text, beat }) {
  const silent = Date.now() - beat;
  try {
    const { pid, child, host } = JSON.parse(text);
    if (host !== os.hostname()) return silent < DEAD_AFTER_MS;
    return (
      (silent < DEAD_AFTER_MS && isRunning(pid)) || (silent < CHILD_AT_MOST_MS && isRunning(child))
    );
  } catch {
    return silent < DEAD_AFTER_MS; // being written
  }
}

function isRunning(pid) {
  if (!pid || pid === process.pid) return false; // a container gives the same numbers again
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
