import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './paths.mjs';
import { bin, run } from './run.mjs';

/** Eight lines a process about the day when newer versions of a package end with Node 20. */
const QUIET = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
const PARTS = ['database', 'search', 'storage', 'mail', 'scanner'];

/**
 * Runs vitest and returns what happened by suite: the folder under test/, or the room whose rules
 * have their specs beside them. Test helpers append what a file really ran on, one JSON object a
 * line, to TEST_RAN_ON_FILE: `{ file, database?, search?, storage?, mail?, scanner? }`.
 */
export async function runVitest({ config, args = [], env = {} }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kho-test-'));
  const report = path.join(folder, 'report.json');
  const ranOn = path.join(folder, 'ran-on.jsonl');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const { code } = await run(
      process.execPath,
      [bin('vitest'), 'run', '--config', config, ...reporters, ...args],
      { env: { ...env, ...QUIET, TEST_RAN_ON_FILE: ranOn } },
    );
    const results = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : undefined;
    return summarise({ files: results?.testResults ?? [], statements: lines(ranOn), code });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** `failed` is never 0 when vitest ended badly, whatever its report says. */
function summarise({ files, statements, code }) {
  const suites = new Map();
  const suite = (file) => {
    const name = suiteName(file);
    if (!suites.has(name)) suites.set(name, { name, passed: 0, failed: 0, skipped: 0, on: {} });
    return suites.get(name);
  };
  for (const { name, status, assertionResults } of files) {
    const counts = suite(name);
    for (const test of assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    const broken = status === 'failed' && !assertionResults.some((t) => t.status === 'failed');
    if (broken) counts.failed += 1;
  }
  for (const { file, ...parts } of statements) {
    const { on } = suite(file);
    for (const part of PARTS) if (parts[part]) (on[part] ??= new Set()).add(parts[part]);
  }
  const all = [...suites.values()].sort((a, b) => a.name.localeCompare(b.name));
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  const [passed, skipped] = [sum('passed'), sum('skipped')];
  const failed = Math.max(sum('failed'), code === 0 && passed > 0 ? 0 : 1);
  return { suites: all, parts: PARTS, passed, failed, skipped };
}

function suiteName(file) {
  const [top, next = ''] = path.relative(root, file).split(path.sep);
  return top === 'src' ? `rules: ${next.replace(/\..*$/, '')}` : next.replace(/\.test\.ts$/, '');
}

function lines(file) {
  if (!fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
