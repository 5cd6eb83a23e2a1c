import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dist } from './paths.mjs';
import { withProgress } from './progress.mjs';

const file = path.join(dist, '.lock');
const BEAT_MS = 2000;
const DEAD_AFTER_MS = 30_000;
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
  const beat = setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), BEAT_MS);
  const release = () => fs.rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    process.removeListener('exit', release);
    release();
  }
}

function take() {
  try {
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, host: os.hostname() }), {
      flag: 'wx',
    });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function removeIfDead() {
  const seen = readLock();
  if (!seen || (Date.now() - seen.beat < DEAD_AFTER_MS && alive(seen.text))) return;
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

function alive(text) {
  try {
    const { pid, host } = JSON.parse(text);
    if (host !== os.hostname()) return true; // cannot be known: its heartbeat decides
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM' || error instanceof SyntaxError;
  }
}
