import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { setClock } from '../../src/platform/clock';
import { inTransaction } from '../../src/platform/database/transaction';
import { enqueue } from '../../src/platform/outbox/enqueue';
import { runOutbox, type Handlers } from '../../src/platform/worker/run-outbox';
import { startApp, type TestApp } from './app';

/** An empty outbox for each test of the file, a clock that can be moved, and a worker by rounds. */
export function useOutbox() {
  let app: TestApp;
  let start = 0;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.payload.db.deleteMany({ collection: 'outbox', where: {} });
    start = Date.now();
  });
  afterEach(() => {
    setClock(undefined);
  });
  return {
    payload: () => app.payload,
    start: () => start,
    later: (milliseconds: number) => setClock(new Date(start + milliseconds)),
    round: (handlers: Handlers, worker?: string) =>
      runOutbox({ payload: app.payload, handlers, worker }),
    async ask(key: string, n: number, more: { topic?: string; availableAt?: Date } = {}) {
      const { topic = 'test', availableAt } = more;
      const { payload } = app;
      await inTransaction({ payload }, (req) =>
        enqueue({ payload, req, topic, key, data: { n }, availableAt }),
      );
      // Rows of the same millisecond have no order to keep.
      await new Promise((resolve) => setTimeout(resolve, 3));
    },
    async rows() {
      const { docs } = await app.payload.find({
        collection: 'outbox',
        sort: 'createdAt',
        pagination: false,
        depth: 0,
      });
      return docs;
    },
  };
}
