import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInboxDrain } from '../../src/platform/worker/drain-inbox';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const row = (kind: string, minute: number) =>
  app.payload.create({
    collection: 'inbox',
    data: { kind, body: {}, receivedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString() },
    depth: 0,
  });

describe('the inbox', () => {
  it('takes in what comes behind two hundred rows that cannot be received', async () => {
    for (let minute = 0; minute < 200; minute += 1) await row('unreadable', minute);
    await row('notice', 300);
    const seen: string[] = [];
    const receivers = {
      unreadable: () => Promise.reject(new Error('it cannot be read')),
      notice: (_: unknown, { receivedAt }: { receivedAt: string }) => {
        seen.push(receivedAt);
        return Promise.resolve();
      },
    };
    const drain = createInboxDrain({ payload: app.payload, receivers });
    expect(await drain()).toBe(0);
    expect(await drain()).toBe(1);
    expect(seen).toEqual(['2026-01-01T05:00:00.000Z']);
  });
});
