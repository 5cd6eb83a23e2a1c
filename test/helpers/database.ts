import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { MongoClient } from 'mongodb';

/** A migrated database with the reference data, of one test file alone. */
export interface TestDatabase {
  kind: 'sqlite' | 'mongodb';
  /** As in `DATABASE_URL`. */
  url: string;
  drop(): Promise<void>;
}

/**
 * How often a store under test looks for other processes' commits. On SQLite that costs microseconds;
 * on MongoDB it is seven queries, which a test server has better uses for.
 */
export const POLL_MS = process.env.TEST_DATABASE_URL ? 500 : 20;

/** `TEST_DATABASE_URL` with the name of another database on the same server. */
export function mongodbUrl(name: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

/** Of a database that does not exist yet. */
export function emptyMongodbUrl(): string {
  return mongodbUrl(`kho_test_${randomUUID().replaceAll('-', '')}`);
}

async function onMongodb<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await MongoClient.connect(url, { appName: 'kho-test' });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

export async function dropMongodb(url: string): Promise<void> {
  await onMongodb(url, (client) => client.db().dropDatabase());
}

/** Every document and index; some 200 ms, where migrating and seeding anew takes half a minute. */
async function copyMongodb(from: string, to: string): Promise<void> {
  await onMongodb(from, async (client) => {
    const source = client.db();
    const target = client.db(new URL(to).pathname.slice(1));
    for (const { name } of await source.listCollections({}, { nameOnly: true }).toArray()) {
      await target.createCollection(name);
      const indexes = await source.collection(name).listIndexes().toArray();
      const own = indexes.filter((index) => index.name !== '_id_');
      for (const { key, v: _version, ns: _place, ...options } of own) {
        await target.collection(name).createIndex(key, options);
      }
      const documents = await source.collection(name).find().toArray();
      if (documents.length > 0) await target.collection(name).insertMany(documents);
    }
  });
}

/** A copy of the template that the global set-up has made, on the database under test. */
export async function openTestDatabase(
  folder: string,
  /** For what only one of them has. */
  kind: TestDatabase['kind'] = process.env.TEST_DATABASE_URL ? 'mongodb' : 'sqlite',
): Promise<TestDatabase> {
  if (kind === 'sqlite') {
    const file = path.join(folder, 'kho.db');
    copyFileSync(process.env.KHO_TEST_TEMPLATE ?? '', file);
    return { kind, url: `file:${file}`, drop: () => Promise.resolve() };
  }
  const url = emptyMongodbUrl();
  await copyMongodb(process.env.KHO_TEST_TEMPLATE_MONGODB ?? '', url);
  return { kind, url, drop: () => dropMongodb(url) };
}
