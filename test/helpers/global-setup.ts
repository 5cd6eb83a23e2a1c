import { mkdirSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { dropMongodb, mongodbUrl } from './database';

function makeTemplate(url: string, folder: string): void {
  execFileSync(
    process.execPath,
    ['--import', 'tsx/esm', path.resolve('test/helpers/make-template.ts')],
    {
      env: {
        ...process.env,
        DATA_DIR: folder,
        DATABASE_URL: url,
        STORAGE_URL: `file:${path.join(folder, 'media')}`,
        LOG_LEVEL: 'error',
        PAYLOAD_SECRET: 'a-secret-for-tests-that-is-long-enough',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
}

/**
 * Migrates one template database; every test file copies it (some 40 ms) instead of migrating anew.
 * Where MongoDB is given it gets one too.
 */
export default function setup(): () => Promise<void> {
  const folder = path.join(os.tmpdir(), `kho-test-${String(process.pid)}`);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'template.db');
  makeTemplate(`file:${file}`, folder);
  const mongodb = process.env.TEST_DATABASE_URL
    ? mongodbUrl(`kho_template_${String(process.pid)}_${String(Date.now())}`)
    : undefined;
  if (mongodb) makeTemplate(mongodb, folder);
  Object.assign(process.env, {
    KHO_TEST_TEMPLATE: file,
    ...(mongodb ? { KHO_TEST_TEMPLATE_MONGODB: mongodb } : {}),
  });
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    if (mongodb) await dropMongodb(mongodb);
  };
}
