import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { z } from '@hono/zod-openapi';
import { createClient, type InArgs } from '@libsql/client';
import pino from 'pino';
import { createDelivery, type DeliveryInput } from '../../src/delivery/app';
import { diskStorage } from '../../src/platform/storage/disk';
import type { Storage } from '../../src/platform/storage/port';
import type { Snapshot } from '../../src/publishing/read/snapshot';
import { createSqliteReadStore } from '../../src/publishing/read/sqlite';
import type { ChangeType, ReadStore } from '../../src/publishing/read/store';
import { searchDocument } from '../../src/publishing/search-document';
import { projection } from '../../src/publishing/write-publication';
import { createEmbeddedReader } from '../../src/search/embedded/reader';
import { createEmbeddedWriter } from '../../src/search/embedded/writer';
import { searchThreadFile } from '../search/search-thread';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

export interface Site {
  url: string;
  port: number;
  store: ReadStore;
  storage: Storage;
  /** One request exactly as written; nothing is followed, decoded or added. */
  ask(address: string, headers?: Record<string, string>, method?: string): Promise<Reply>;
  /** Asks for JSON and holds the answer against its schema. */
  read<T>(address: string, schema: z.ZodType<T>, status?: number): Promise<T>;
  /** Publishes as the publishing room does: head, keys, revision, change; and indexes unless told. */
  publish(snapshot: Snapshot, options?: { type?: ChangeType; index?: boolean }): Promise<Snapshot>;
  withdraw(identifier: string, reason?: string, at?: string): Promise<void>;
  /** Waits until the store has noticed what was written. */
  noticed(): Promise<void>;
  close(): Promise<void>;
}

/** A real node:http server on a database, an index and a storage of its own. */
export async function startSite(change: Partial<DeliveryInput> = {}): Promise<Site> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-delivery-'));
  const file = path.join(folder, 'kho.db');
  copyFileSync(process.env.KHO_TEST_TEMPLATE ?? '', file);
  const writer = createClient({ url: `file:${file}` });
  await writer.execute('PRAGMA foreign_keys = OFF');
  const searchFolder = path.join(folder, 'search');
  mkdirSync(searchFolder);
  const index = createEmbeddedWriter({ folder: searchFolder });
  const search = createEmbeddedReader({
    folder: searchFolder,
    threadFile: await searchThreadFile(),
  });
  const storage = diskStorage(path.join(folder, 'media'));
  const store = await createSqliteReadStore({ file, pollMs: 20 });
  const delivery = createDelivery({
    store,
    search,
    storage,
    publicUrl: 'https://hoclieu.example.vn',
    logger: pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
    trustProxy: 0,
    ...change,
  });
  const server = createServer((req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://x');
    if (delivery.matches(pathname)) delivery.handle(req, res);
    else delivery.notFound(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let seq = 0;

  const run = (sql: string, args: InArgs) => writer.execute({ sql, args });
  const announce = async (type: ChangeType, identifier: string, revision: number, at: string) => {
    seq += 1;
    await run(
      'INSERT INTO changes (id, seq, type, identifier, revision, at) VALUES (?, ?, ?, ?, ?, ?)',
      [randomUUID(), seq, type, identifier, revision, at],
    );
  };

  const site: Site = {
    url: `http://127.0.0.1:${String(port)}`,
    port,
    store,
    storage,
    ask: (address, headers = {}, method = 'GET') =>
      new Promise((resolve, reject) => {
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
            resolve({ status, headers: got, body, text: body.toString('utf8') });
          });
        });
        sent.end();
      }),
    async read(address, schema, status = 200) {
      const reply = await site.ask(address);
      if (reply.status !== status) {
        throw new Error(`${address} answered ${String(reply.status)}: ${reply.text.slice(0, 500)}`);
      }
      return schema.parse(JSON.parse(reply.text));
    },
    async publish(snapshot, { type, index: indexed = true } = {}) {
      const { identifier, revision } = snapshot;
      const { keys, snapshot: content, ...row } = projection(snapshot);
      const known = await run('SELECT id FROM publications WHERE identifier = ?', [identifier]);
      const id = String(known.rows[0]?.id ?? randomUUID());
      const columns = {
        id,
        identifier,
        material_id: randomUUID(),
        status: 'live',
        access: row.access,
        revision,
        snapshot: JSON.stringify(content),
        etag: row.etag,
        title: row.title,
        published_at: row.publishedAt,
        modified_at: row.modifiedAt,
        updated_at: new Date().toISOString(),
      };
      await run('DELETE FROM publications_texts WHERE parent_id = ?', [id]);
      await run(
        `INSERT OR REPLACE INTO publications (${Object.keys(columns).join(', ')})
          VALUES (${Object.keys(columns)
            .map(() => '?')
            .join(', ')})`,
        Object.values(columns),
      );
      for (const [order, text] of keys.entries()) {
        await run(
          'INSERT INTO publications_texts ("order", parent_id, path, text) VALUES (?, ?, ?, ?)',
          [order + 1, id, 'keys', text],
        );
      }
      await run(
        `INSERT OR REPLACE INTO publication_revisions
          (id, publication_id, identifier, revision, snapshot, content_hash, approval_id, published_at)
          VALUES (?, ?, ?, ?, ?, '', '', ?)`,
        [randomUUID(), id, identifier, revision, JSON.stringify(content), snapshot.modifiedAt],
      );
      await announce(
        type ?? (known.rows.length > 0 ? 'updated' : 'published'),
        identifier,
        revision,
        snapshot.modifiedAt,
      );
      if (indexed && snapshot.access === 'open') {
        await index.upsert([await searchDocument(snapshot, storage)]);
      }
      await site.noticed();
      return snapshot;
    },
    async withdraw(identifier, reason = 'term_ended', at = new Date().toISOString()) {
      await run(
        `UPDATE publications SET status = 'withdrawn', withdrawn_at = ?, withdraw_reason = ?,
          modified_at = ?, updated_at = ? WHERE identifier = ?`,
        [at, reason, at, at, identifier],
      );
      const { rows } = await run('SELECT revision FROM publications WHERE identifier = ?', [
        identifier,
      ]);
      await announce('withdrawn', identifier, Number(rows[0]?.revision), at);
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
      await search.close();
      await store.close();
      await index.close();
      writer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await index.rebuild((async function* () {})());
  return site;
}
