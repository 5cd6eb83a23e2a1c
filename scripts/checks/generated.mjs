import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { GENERATED, generate } from '../lib/generated.mjs';
import { inRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

/** Makes the generated files again, compares, and puts back what was there. */
export async function checkGenerated() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kho-drift-'));
  const before = GENERATED.map((file) => [file, read(inRoot(file))]);
  try {
    await generate();
    const problems = [];
    for (const [file, was] of before) {
      const now = read(inRoot(file));
      if (was === undefined) problems.push(`${file} is not committed`);
      else if (now !== was)
        problems.push(`${file} is out of date:\n${await diff(folder, was, file)}`);
    }
    if (problems.length > 0) problems.push('Run: npm run generate');
    return problems;
  } finally {
    for (const [file, was] of before) {
      if (was === undefined) fs.rmSync(inRoot(file), { force: true });
      else if (read(inRoot(file)) !== was) fs.writeFileSync(inRoot(file), was);
    }
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function diff(folder, was, file) {
  const old = path.join(folder, 'committed');
  fs.writeFileSync(old, was);
  const args = ['diff', '--no-index', '--no-color', '--unified=1', old, inRoot(file)];
  const { output } = await run('git', args, { stdio: 'pipe' });
  return output.split('\n').slice(4, 34).join('\n');
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
