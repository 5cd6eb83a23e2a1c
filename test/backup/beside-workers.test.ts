import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { refuseBesideWorkers } from '../../src/cli/refuse-beside-workers';
import { now, setClock } from '../../src/platform/clock';
import { forgetWorker, markWorker, WORKER_SILENT_MS } from '../../src/platform/health/marks';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterEach(() => setClock(undefined));
afterAll(() => app.close());

describe('a restore needs the database for itself', () => {
  // One file, one writing process: on SQLite the lock of its folder keeps a restore away.
  it('and is refused while a worker of a MongoDB house was heard of', async () => {
    await markWorker(app.payload, 'w1', true);
    const asked = refuseBesideWorkers(app.payload);
    if (app.payload.db.name === 'mongoose')
      await expect(asked).rejects.toThrow(/^A worker was heard of \d+ seconds ago/);
    else await expect(asked).resolves.toBeUndefined();
  });

  it('but not for ever by one that was killed, nor by one that ended in order', async () => {
    await markWorker(app.payload, 'w1', true);
    setClock(new Date(now().getTime() + WORKER_SILENT_MS + 2_000));
    await expect(refuseBesideWorkers(app.payload)).resolves.toBeUndefined();
    setClock(undefined);
    await forgetWorker(app.payload, 'w1');
    await expect(refuseBesideWorkers(app.payload)).resolves.toBeUndefined();
  });
});
