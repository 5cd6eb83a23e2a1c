import { afterAll, beforeAll, expect, it } from 'vitest';
import { setClock } from '../../src/platform/clock';
import { KEPT_DAYS, purgeInbox, purgeOutbox } from '../../src/platform/worker/purge-outbox';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  setClock(undefined);
  await app.close();
});

it('forgets effects done long ago, keeps what waits or failed', async () => {
  const { payload } = app;
  await payload.db.deleteMany({ collection: 'outbox', where: {} });
  const doneAt = new Date().toISOString();
  for (const status of ['done', 'failed', 'pending'] as const) {
    await payload.create({
      collection: 'outbox',
      data: {
        topic: 'test',
        key: status,
        data: {},
        status,
        attempts: 1,
        availableAt: doneAt,
        ...(status === 'done' ? { doneAt } : {}),
      },
    });
  }
  const kept = async () =>
    (await payload.find({ collection: 'outbox', sort: 'key' })).docs.map(({ key }) => key);
  const days = (count: number) => setClock(new Date(Date.now() + count * 86_400_000));
  days(KEPT_DAYS - 1);
  await purgeOutbox(payload);
  expect(await kept()).toEqual(['done', 'failed', 'pending']);
  days(KEPT_DAYS + 1);
  await purgeOutbox(payload);
  expect(await kept()).toEqual(['failed', 'pending']);
});

it('forgets what the public wrote long after it became documents, and nothing that waits', async () => {
  setClock(undefined);
  const { payload } = app;
  const receivedAt = new Date().toISOString();
  for (const [kind, processedAt] of [
    ['received', receivedAt],
    ['waiting', null],
  ] as const) {
    await payload.create({
      collection: 'inbox',
      data: { kind, body: {}, receivedAt, processedAt },
    });
  }
  const kept = async () =>
    (await payload.find({ collection: 'inbox', sort: 'kind' })).docs.map(({ kind }) => kind);
  await purgeInbox(payload);
  expect(await kept()).toEqual(['received', 'waiting']);
  setClock(new Date(Date.now() + (KEPT_DAYS + 1) * 86_400_000));
  await purgeInbox(payload);
  expect(await kept()).toEqual(['waiting']);
});
