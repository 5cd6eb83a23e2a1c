import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { TypedUser } from 'payload';
import { createDelivery } from '../../src/delivery/app';
import { createIntake } from '../../src/intake/http';
import { getEnv } from '../../src/platform/env';
import { openInbox } from '../../src/platform/inbox/inbox';
import { getLogger } from '../../src/platform/logger';
import { getStorage } from '../../src/platform/storage/storage';
import { runOutbox } from '../../src/platform/worker/run-outbox';
import { createInboxDrain } from '../../src/platform/worker/drain-inbox';
import { createHandlers, RECEIVERS } from '../../src/processes/handlers';
import { intakeGuards } from '../../src/processes/intake-guards';
import { preferLanguage } from '../../src/processes/prefer-language';
import { createHttpServer } from '../../src/processes/serve';
import { allSearchDocuments } from '../../src/publishing/sync-search';
import { openReadStore } from '../../src/publishing/read/open';
import { createSearchReader, createSearchWriter } from '../../src/search/create';
import { builtThread } from '../intake/thread-file';
import { searchThreadFile } from '../search/search-thread';
import type { TestApp } from './app';
import { POLL_MS } from './database';
import { assertContract } from './openapi';

export interface Reply {
  status: number;
  headers: Headers;
  body: Buffer;
  text: string;
}

export interface TestServer {
  /** A request over the wire, as this person (token and cookie) or nobody; `''` sends no header. */
  ask(
    user: TypedUser | null,
    address: string,
    init?: { method?: string; headers?: Record<string, string>; body?: BodyInit },
  ): Promise<Reply>;
  /** The worker: every effect that is due, then delivery notices. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** Everything of `ROLE=all` but the screens, on the app's own database: intake, delivery, worker. */
export async function startServer(app: TestApp): Promise<TestServer> {
  const env = getEnv();
  const { payload } = app;
  const storage = getStorage();
  const store = await openReadStore(env.database, POLL_MS);
  const writer = createSearchWriter({ setting: env.search });
  await writer.rebuild(allSearchDocuments({ payload, storage }));
  const search = createSearchReader({
    setting: env.search,
    threadFile: await searchThreadFile(),
    threads: 1,
  });
  const processingThread = await builtThread();
  const handlers = createHandlers({
    payload,
    storage,
    writer,
    processingThread: new URL(`file://${processingThread}`),
  });
  const drainInbox = createInboxDrain({ payload, receivers: RECEIVERS });
  const { publicUrl, trustProxy } = env;
  const logger = getLogger();
  const inbox = openInbox(env.database);
  const delivery = createDelivery({
    ...{ store, search, storage, inbox, publicUrl, logger, trustProxy },
    noticesPerHour: 1_000,
  });
  const intake = createIntake({ payload, storage, guards: intakeGuards, env, logger });
  const server = createHttpServer((req, res, pathname) => {
    preferLanguage(req, pathname);
    if (intake.matches(pathname)) void intake.handle(req, res);
    else delivery.notFound(req, res);
  }, delivery);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  return {
    async ask(user, address, { method = 'GET', headers = {}, body } = {}) {
      const token = user ? await app.token(user) : undefined;
      const all = {
        ...(token ? { Authorization: `JWT ${token}`, Cookie: `payload-token=${token}` } : {}),
        ...headers,
      };
      const response = await fetch(url + address, {
        method,
        redirect: 'manual',
        headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
        ...(body === undefined ? {} : { body }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const { status } = response;
      const got = Object.fromEntries(response.headers);
      // fetch has unpacked it.
      assertContract({ method, address, status, body: bytes, headers: { ...got, 'content-encoding': undefined } }); // prettier-ignore
      return { status, headers: response.headers, body: bytes, text: bytes.toString('utf8') };
    },
    async work() {
      while ((await drainInbox()) + (await runOutbox({ payload, handlers })) > 0);
      store.invalidate();
      await store.settling();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await delivery.close();
      await inbox.close();
      await search.close();
      await store.close();
      await writer.close();
      await rm(processingThread, { force: true });
    },
  };
}
