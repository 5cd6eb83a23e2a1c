import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { dist, inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { bin, run } from './run.mjs';
import { interviewPicture } from './interview-picture.mjs';
import { withRightsTables } from './decisions/rules-page.mjs';
import { rightsDecisions } from './rights-decisions.mjs';
import { loadRightsRules } from './rights-rules.mjs';

/** Committed, and made again by `generate`. */
export const GENERATED = [
  'src/payload-types.ts',
  'src/app/(payload)/admin/importMap.js',
  'docs/openapi.json',
  'docs/client/openapi.d.ts',
  'docs/reference/rights-decisions.md',
  'docs/reference/rights-rules.md',
  'docs/pictures/rights-interview.svg',
];

/** The rights rules and their interview, for a reader without the program. */
export async function generateRights() {
  const rules = await loadRightsRules();
  fs.writeFileSync(inRoot('docs/reference/rights-decisions.md'), rightsDecisions(rules));
  const page = inRoot('docs/reference/rights-rules.md');
  fs.writeFileSync(page, withRightsTables(fs.readFileSync(page, 'utf8'), rules));
  fs.writeFileSync(inRoot('docs/pictures/rights-interview.svg'), interviewPicture(rules));
}

/** Writes down what the public side answers of the demo set; `check -- examples` asks again. */
export async function recordExamples() {
  const args = ['run', '--config', 'vitest.examples.config.ts'];
  await must([bin('vitest'), ...args], { RECORD_EXAMPLES: 'true' });
}

/** Makes every generated file, with settings of its own: what is made must not depend on the machine. */
export async function generate() {
  await generateRights();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kho-generate-'));
  const env = {
    NODE_ENV: 'production',
    DATA_DIR: folder,
    DATABASE_URL: `file:${path.join(folder, 'kho.db')}`,
    STORAGE_URL: `file:${path.join(folder, 'media')}`,
    SEARCH_URL: `file:${path.join(folder, 'search')}`,
    PUBLIC_URL: 'http://localhost:3000',
    PAYLOAD_SECRET: 'for-generated-files-only-and-nothing-else',
    PAYLOAD_CONFIG_PATH: inRoot('src', 'payload.config.ts'),
    LOG_LEVEL: 'error',
    SEED_DEMO: 'false',
    ...Object.fromEntries(
      ['ROLE', 'SMTP_URL', 'CLAMAV_URL', 'STORAGE_COPY_URL', 'TRUST_PROXY'].map((n) => [
        n,
        undefined,
      ]),
    ),
  };
  const payload = bin('payload');
  try {
    await must([payload, 'generate:types'], env);
    await must([payload, 'generate:importmap'], env);
    await ensureBuilt({ admin: false });
    const document = await must([path.join(dist, 'cli.js'), 'openapi'], env);
    fs.mkdirSync(inRoot('docs'), { recursive: true });
    fs.writeFileSync(inRoot('docs', 'openapi.json'), `${document.trim()}\n`);
    await must([
      bin('openapi-typescript'),
      inRoot('docs', 'openapi.json'),
      '--output',
      inRoot('docs', 'client', 'openapi.d.ts'),
    ]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function must(args, env) {
  const { code, output } = await run(process.execPath, args, { env, stdio: 'pipe' });
  if (code !== 0) {
    throw new Problem(`${output.slice(-3000)}\n${args.join(' ')} failed (exit code ${code}).`);
  }
  return output;
}
