import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { z } from '@hono/zod-openapi';
import pino from 'pino';
import type { Kho } from '../../docs/client/kho';
import { createDelivery, type DeliveryInput } from '../../src/delivery/app';
import { pathOf } from '../../src/delivery/http/request';
import { databaseSetting } from '../../src/platform/env';
import { openInbox } from '../../src/platform/inbox/inbox';
import { newPortalKey } from '../../src/platform/portal-key';
import type { Storage } from '../../src/platform/storage/port';
import type { Snapshot } from '../../src/publishing/read/snapshot';
import { openReadStore } from '../../src/publishing/read/open';
import type { ChangeType, ReadStore } from '../../src/publishing/read/store';
import { searchDocument } from '../../src/publishing/search-document';
import { createEmbeddedReader } from '../../src/search/embedded/reader';
import { createEmbeddedWriter } from '../../src/search/embedded/writer';
import { clientOver } from '../helpers/client';
import { openTestDatabase, POLL_MS } from '../helpers/database';
import { assertContract } from '../helpers/openapi';
import { sayWhatItRanOn } from '../helpers/ran-on';
import { openTestStorage } from '../helpers/storage';
import { searchThreadFile } from '../search/search-thread';
import { openPublicationRows, type PublicationRows } from './publication-rows';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
  /** From the question to the last byte. */
  ms: number;
}

export interface Site {
  url: string;
  port: number;
  store: ReadStore;
  storage: Storage;
  /** The typed client of portal developers, with a portal's key or without. */
  client(key?: string): Kho;
  /**
   * One request exactly as written; nothing is followed, decoded or added. Throws for an answer
   * under /v1 that the OpenAPI document does not describe.
   */
  ask(address: string, headers?: Record<string, string>, method?: string): Promise<Reply>;
  /** The same for any method, with a body. */
  send(
    address: string,
    sent: { headers: Record<string, string>; method: string; body?: string },
  ): Promise<Reply>;
  /** Asks for JSON and holds the answer against its schema. */
  read<T>(address: string, schema: z.ZodType<T>, status?: number): Promise<T>;
  /** Publishes as the publishing room does: head, keys, revision, change; and indexes unless told. */
  publish(snapshot: Snapshot, options?: { type?: ChangeType; index?: boolean }): Promise<Snapshot>;
  withdraw(identifier: string, reason?: string, at?: string): Promise<void>;
  /** A portal with a new key, for which these licences reserve something. */
  portal(name: string, licences: string[]): Promise<string>;
  /** The same portal, closed by the office. */
  closePortal(name: string, key: string): Promise<void>;
  /** Sends a body; a form when it is one. */
  post(address: string, body: string | object, headers?: Record<string, string>): Promise<Reply>;
  /** What the public wrote, oldest first. */
  inbox: PublicationRows['inbox'];
  /** Waits until the store has noticed what was written. */
  noticed(): Promise<void>;
  close(): Promise<void>;
}

/** A real node:http server on a database, an index and a storage of its own. */
export async function startSite(change: Partial<DeliveryInput> = {}): Promise<Site> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-delivery-'));
  const database = await openTestDatabase(folder);
  const rows = await openPublicationRows(database);
  const searchFolder = path.join(folder, 'search');
  mkdirSync(searchFolder);
  const index = createEmbeddedWriter({ folder: searchFolder });
  const search = createEmbeddedReader({
    folder: searchFolder,
    threadFile: await searchThreadFile(),
  });
  const { storage, close: closeStorage } = await openTestStorage();
  const setting = databaseSetting({ DATABASE_URL: database.url }, folder);
  const store = await openReadStore(setting, POLL_MS);
  const inbox = openInbox(setting);
  sayWhatItRanOn({ database: database.kind });
  const delivery = createDelivery({
    inbox,
    store,
    search,
    storage,
    publicUrl: 'https://hoclieu.example.vn',
    logger: pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
    trustProxy: 0,
    ...change,
  });
  const server = createServer((req, res) => {
    if (delivery.matches(pathOf(req))) delivery.handle(req, res);
    else delivery.notFound(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const overWire = (
    address: string,
    { headers, method, body }: { headers: Record<string, string>; method: string; body?: string },
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const start = performance.now();
      const sent = httpRequest({
        port,
        host: '127.0.0.1',
        path: address,
        method,
        headers,
        agent: false,
      });
      sent.on('error', reject);
      sent.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          const { statusCode: status = 0, headers: got } = response;
          const ms = performance.now() - start;
          resolve({ status, headers: got, body, text: body.toString('utf8'), ms });
        });
      });
      sent.end(body);
    });
  const send: typeof overWire = async (address, sent) => {
    const reply = await overWire(address, sent);
    assertContract({ method: sent.method, address, ...reply });
    return reply;
  };

  const site: Site = {
    url: `http://127.0.0.1:${String(port)}`,
    port,
    store,
    storage,
    client: (key) => clientOver(send, site.url, key),
    send,
    ask: (address, headers = {}, method = 'GET') => send(address, { headers, method }),
    async portal(name, licences) {
      const key = newPortalKey();
      await rows.portal({ name, key, licences });
      await site.noticed();
      return key;
    },
    async closePortal(name, key) {
      await rows.portal({ name, key, licences: [], active: false });
      await site.noticed();
    },
    post(address, body, headers = {}) {
      const form = typeof body === 'string';
      const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
      return send(address, {
        method: 'POST',
        headers: { 'content-type': type, ...headers },
        body: form ? body : JSON.stringify(body),
      });
    },
    inbox: () => rows.inbox(),

    async read(address, schema, status = 200) {
      const reply = await site.ask(address);
      if (reply.status !== status) {
        throw new Error(`${address} answered ${String(reply.status)}: ${reply.text.slice(0, 500)}`);
      }
      return schema.parse(JSON.parse(reply.text));
    },
    async publish(snapshot, { type, index: indexed = true } = {}) {
      const { identifier, revision, modifiedAt: at } = snapshot;
      const { known } = await rows.publish(snapshot);
      await rows.announce({
        type: type ?? (known ? 'updated' : 'published'),
        identifier,
        revision,
        at,
      });
      if (indexed && snapshot.access === 'open') {
        await index.upsert([await searchDocument(snapshot, storage)]);
      }
      await site.noticed();
      return snapshot;
    },
    async withdraw(identifier, reason = 'term_ended', at = new Date().toISOString()) {
      const revision = await rows.withdraw(identifier, reason, at);
      await rows.announce({ type: 'withdrawn', identifier, revision, at });
      await site.noticed();
    },
    async noticed() {
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
      await index.close();
      await rows.close();
      await closeStorage();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await index.rebuild((async function* () {})());
  return site;
}
