import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';

const GB = 1024 ** 3;

/** The folder must take files; it is made when it is missing. */
export function requireWritable(folder, purpose) {
  const probe = path.join(folder, `.write-test-${process.pid}`);
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(probe, 'x');
  } catch (error) {
    const why =
      { EACCES: 'permission denied', EPERM: 'permission denied', EROFS: 'read-only file system' }[
        error.code
      ] ?? error.message;
    throw new Problem(
      error.code === 'ENOSPC'
        ? `The disk under ${folder} is full. Free some room and start again.`
        : `Cannot write to ${folder} (${why}).\n${purpose} Give the user who starts this write access to it, ` +
            'or start as the user who owns it.',
    );
  } finally {
    fs.rmSync(probe, { force: true });
  }
}

/** Installing and building take about 1.5 GB; `statfs` is a parameter so that a test can fill the disk. */
export function requireRoom(gigabytes, statfs = fs.statfsSync) {
  const { bavail, bsize } = statfs(root);
  const free = (bavail * bsize) / GB;
  if (free >= gigabytes) return;
  throw new Problem(
    `The disk under ${root} has ${free.toFixed(1)} GB free; installing and building need ` +
      `${gigabytes} GB. Free some room and start again.`,
  );
}

export function requireData() {
  const folder = path.resolve(root, process.env.DATA_DIR || inRoot('data'));
  requireWritable(
    folder,
    'The database, the secrets and the search index are kept there (DATA_DIR).',
  );
}
