import { randomUUID } from 'node:crypto';
import { createClient, type InArgs } from '@libsql/client';
import { MongoClient } from 'mongodb';
import type { Snapshot } from '../../src/publishing/read/snapshot';
import type { ChangeType } from '../../src/publishing/read/store';
import { portalKeyHash } from '../../src/platform/portal-key';
import { projection } from '../../src/publishing/write-publication';
import type { TestDatabase } from '../helpers/database';

export interface Head {
  identifier: string;
  status: 'live' | 'withdrawn';
  access: 'open' | 'named_portals';
  title: string;
  keys: string[];
  publishedAt: string;
  modifiedAt: string;
}

export interface PortalRow {
  name: string;
  key: string;
  /** Codes. */
  licences: string[];
  active?: boolean;
}

/** Writes what the publishing room would, as the database stores it: delivery needs no Payload. */
export interface PublicationRows {
  /** Head, keys and revision. Says whether it was published before. */
  publish(snapshot: Snapshot): Promise<{ known: boolean }>;
  /** Returns the revision that went. */
  withdraw(identifier: string, reason: string, at: string): Promise<number>;
  announce(change: {
    type: ChangeType;
    identifier: string;
    revision: number;
    at: string;
  }): Promise<void>;
  /** Many heads at once, each with the same snapshot but for its identifier. */
  fill(heads: Head[], snapshot: Snapshot): Promise<void>;
  /** A portal as it stands now, by name: made, or changed. */
  portal(portal: PortalRow): Promise<void>;
  /** What the public wrote, oldest first. */
  inbox(): Promise<{ kind: string; body: Record<string, unknown> }[]>;
  /** A write that concerns the staff side alone. */
  countSomething(): Promise<void>;
  close(): Promise<void>;
}

export async function openPublicationRows(database: TestDatabase): Promise<PublicationRows> {
  return database.kind === 'sqlite'
    ? await sqliteRows(database.url)
    : await mongodbRows(database.url);
}

async function sqliteRows(url: string): Promise<PublicationRows> {
  const client = createClient({ url });
  await client.execute('PRAGMA foreign_keys = OFF');
  const run = (sql: string, args: InArgs) => client.execute({ sql, args });
  const insert = (table: string, row: Record<string, string | number>) =>
    run(
      `INSERT OR REPLACE INTO ${table} (${Object.keys(row).join(', ')})
        VALUES (${Object.keys(row).fill('?').join(', ')})`,
      Object.values(row),
    );
  let seq = 0;
  return {
    async publish(snapshot) {
      const { identifier, revision } = snapshot;
      const { keys, snapshot: content, ...row } = projection(snapshot);
      const { rows } = await run('SELECT id FROM publications WHERE identifier = ?', [identifier]);
      const id = String(rows[0]?.id ?? randomUUID());
      await run('DELETE FROM publications_texts WHERE parent_id = ?', [id]);
      await insert('publications', {
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
      });
      for (const [index, text] of keys.entries()) {
        await insert('publications_texts', {
          '"order"': index + 1,
          parent_id: id,
          path: 'keys',
          text,
        });
      }
      await insert('publication_revisions', {
        id: randomUUID(),
        publication_id: id,
        identifier,
        revision,
        snapshot: JSON.stringify(content),
        content_hash: '',
        approval_id: '',
        published_at: snapshot.modifiedAt,
      });
      return { known: rows.length > 0 };
    },
    async withdraw(identifier, reason, at) {
      await run(
        `UPDATE publications SET status = 'withdrawn', withdrawn_at = ?, withdraw_reason = ?,
          modified_at = ?, updated_at = ? WHERE identifier = ?`,
        [at, reason, at, at, identifier],
      );
      const { rows } = await run('SELECT revision FROM publications WHERE identifier = ?', [
        identifier,
      ]);
      return Number(rows[0]?.revision);
    },
    async announce({ type, identifier, revision, at }) {
      seq += 1;
      await insert('changes', { id: randomUUID(), seq, type, identifier, revision, at });
    },
    async fill(heads, snapshot) {
      const rows = JSON.stringify(heads);
      await client.batch(
        [
          {
            sql: `INSERT INTO publications (id, identifier, material_id, status, access, revision,
                snapshot, etag, title, published_at, modified_at)
              SELECT value ->> 'identifier', value ->> 'identifier', 'm', value ->> 'status',
                value ->> 'access', 1, json_set(?, '$.identifier', value ->> 'identifier'), 'e',
                value ->> 'title', value ->> 'publishedAt', value ->> 'modifiedAt'
              FROM json_each(?)`,
            args: [JSON.stringify(snapshot), rows],
          },
          {
            sql: `INSERT INTO publications_texts ("order", parent_id, path, text)
              SELECT k.key + 1, h.value ->> 'identifier', 'keys', k.value
              FROM json_each(?) h, json_each(h.value -> 'keys') k`,
            args: [rows],
          },
        ],
        'write',
      );
    },
    async portal({ name, key, licences, active = true }) {
      const at = new Date().toISOString();
      await run('DELETE FROM portals_rels WHERE parent_id = ?', [name]);
      await insert('portals', {
        ...{ id: name, name, key_hash: portalKeyHash(key), active: Number(active) },
        ...{ updated_at: at, created_at: at },
      });
      await run(
        `INSERT INTO portals_rels ("order", parent_id, path, licences_id)
          SELECT 1, ?, 'licences', id FROM licences
          WHERE code IN (SELECT value FROM json_each(?))`,
        [name, JSON.stringify(licences)],
      );
    },
    async inbox() {
      const { rows } = await run('SELECT kind, body FROM inbox ORDER BY received_at, id', []);
      return rows.map((row) => ({
        kind: String(row.kind),
        body: JSON.parse(String(row.body)) as Record<string, unknown>,
      }));
    },
    async countSomething() {
      await insert('counters', { id: randomUUID(), name: randomUUID(), value: 1 });
    },
    close() {
      client.close();
      return Promise.resolve();
    },
  };
}

async function mongodbRows(url: string): Promise<PublicationRows> {
  const client = await MongoClient.connect(url);
  const collection = (name: string) => client.db().collection<{ _id: string }>(name);
  const own = () => ({ _id: randomUUID(), createdAt: new Date(), updatedAt: new Date() });
  let seq = 0;
  return {
    async publish(snapshot) {
      const { identifier, revision } = snapshot;
      const { keys, snapshot: content, ...row } = projection(snapshot);
      const known = await collection('publications').findOne({ identifier } as never);
      const id = known?._id ?? randomUUID();
      const head = {
        ...own(),
        _id: id,
        identifier,
        materialId: randomUUID(),
        status: 'live',
        access: row.access,
        revision,
        snapshot: content,
        etag: row.etag,
        title: row.title,
        keys,
        publishedAt: new Date(row.publishedAt),
        modifiedAt: new Date(row.modifiedAt),
      };
      await collection('publications').replaceOne({ _id: id }, head, { upsert: true });
      const { createdAt, updatedAt } = head;
      await collection('publication-revisions').updateOne(
        { identifier, revision } as never,
        {
          $setOnInsert: { _id: randomUUID(), createdAt },
          $set: {
            updatedAt,
            publicationId: id,
            snapshot: content,
            contentHash: '',
            approvalId: '',
            publishedAt: new Date(snapshot.modifiedAt),
          },
        } as never,
        { upsert: true },
      );
      return { known: known !== null };
    },
    async withdraw(identifier, reason, at) {
      const moment = new Date(at);
      const row = await collection('publications').findOneAndUpdate(
        { identifier } as never,
        {
          $set: {
            status: 'withdrawn',
            withdrawnAt: moment,
            withdrawReason: reason,
            modifiedAt: moment,
            updatedAt: moment,
          },
        } as never,
      );
      return Number((row as { revision?: number } | null)?.revision);
    },
    async announce({ type, identifier, revision, at }) {
      seq += 1;
      const change = { ...own(), seq, type, identifier, revision, at: new Date(at) };
      await collection('changes').insertOne(change as never);
    },
    async fill(heads, snapshot) {
      const documents = heads.map((head) => ({
        ...own(),
        ...head,
        materialId: 'm',
        revision: 1,
        etag: 'e',
        snapshot: { ...snapshot, identifier: head.identifier },
        publishedAt: new Date(head.publishedAt),
        modifiedAt: new Date(head.modifiedAt),
      }));
      await collection('publications').insertMany(documents as never[]);
    },
    async portal({ name, key, licences, active = true }) {
      const found = await client
        .db()
        .collection<{ _id: string }>('licences')
        .find({ code: { $in: licences } } as never)
        .toArray();
      const row = {
        name,
        keyHash: portalKeyHash(key),
        active,
        licences: found.map(({ _id }) => _id),
      };
      const set = { ...row, updatedAt: new Date() };
      await collection('portals').updateOne({ _id: name }, { $set: set } as never, {
        upsert: true,
      });
    },
    async inbox() {
      const rows = await collection('inboxes').find().sort({ receivedAt: 1, _id: 1 }).toArray();
      return rows as unknown as { kind: string; body: Record<string, unknown> }[];
    },
    async countSomething() {
      await collection('counters').insertOne({ ...own(), name: randomUUID(), value: 1 } as never);
    },
    close: () => client.close(),
  };
}
