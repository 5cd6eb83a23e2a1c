import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { filesUnder } from './sources.mjs';

/** What the specs of the rights room read besides their own folder. */
const READ = ['src/rights', 'src/i18n', 'seed/reference', 'docs/reference', 'tsconfig.json'];

/**
 * Runs the specs against each mutant in a copy of the rules, in one process. Calls `tell` with each
 * mutant and whether a spec noticed. Throws when the specs fail without any change.
 */
export async function judge(mutants, tell) {
  fs.mkdirSync(inRoot('node_modules/.cache'), { recursive: true });
  const copy = fs.mkdtempSync(inRoot('node_modules/.cache/mutants-'));
  const { startVitest } = await import('vitest/node');
  let vitest;
  try {
    for (const file of READ.flatMap((where) => filesUnder(where))) {
      fs.mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      fs.copyFileSync(path.join(root, file), path.join(copy, file));
    }
    vitest = await startVitest('test', [], options(copy), { cacheDir: path.join(copy, '.vite') });
    const passes = () => vitest.state.getCountOfFailedTests() === 0 && noErrors(vitest);
    if (!passes()) throw new Problem('The specs of the rules fail as they are.');
    const all = await vitest.globTestSpecifications();
    for (const mutant of mutants) {
      const file = path.join(copy, mutant.file);
      const source = fs.readFileSync(file, 'utf8');
      await change(vitest, file, mutant.text);
      await vitest.runTestSpecifications(all, true);
      tell(mutant, !passes());
      await change(vitest, file, source);
    }
  } finally {
    await vitest?.close();
    fs.rmSync(copy, { recursive: true, force: true });
  }
}

async function change(vitest, file, text) {
  fs.writeFileSync(file, text);
  vitest.invalidateFile(file);
}

const noErrors = (vitest) =>
  vitest.state.getFiles().every((file) => file.result?.state !== 'fail') &&
  vitest.state.getUnhandledErrors().length === 0;

const options = (copy) => ({
  root: copy,
  config: false,
  watch: false,
  passWithNoTests: false,
  // The interview only uses the rules: it proves none of them.
  include: ['src/rights/*.spec.ts'],
  // What is drawn at random proves no boundary. (The copy lies in node_modules, which would be left out.)
  exclude: ['src/rights/*.properties.spec.ts'],
  pool: 'threads',
  maxWorkers: 1,
  isolate: false,
  bail: 1,
  reporters: [{}],
});
