import type { Client } from '@libsql/client';
import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/sqlite';
import { migrateSqlite } from '../../src/platform/database/migrate-sqlite';
import { openSqlite } from '../../src/platform/database/sqlite-client';
import { inTransaction } from '../../src/platform/database/transaction';
import { getEnv } from '../../src/platform/env';
import { startApp, TEST_PASSWORD, type TestApp } from '../helpers/app';

let app: TestApp;
let person: TypedUser;
let file: string;

beforeAll(async () => {
  app = await startApp('sqlite');
  person = await app.person('contributor', ['YT']);
  const { database } = getEnv();
  if (database.kind !== 'sqlite') throw new Error('not on SQLite');
  file = database.file;
});
afterAll(() => app.close());

const inbox = async (kind: string) =>
  (await app.payload.count({ collection: 'inbox', where: { kind: { equals: kind } } })).totalDocs;
const entry = (kind: string, body: Record<string, unknown> = {}) =>
  ({ collection: 'inbox', data: { kind, body, receivedAt: new Date().toISOString() } }) as const;

/** Lets the next statement that begins like this fail on the writer connection, once. */
async function failOnce(start: string, error: Error): Promise<() => void> {
  const client = await openSqlite(file);
  const writer = await client.exclusively((own) => Promise.resolve(own));
  const execute = writer.execute.bind(writer);
  let armed = true;
  writer.execute = (async (...args: Parameters<Client['execute']>) => {
    const [statement] = args;
    const sql = typeof statement === 'string' ? statement : statement.sql;
    if (armed && sql.startsWith(start)) {
      armed = false;
      throw error;
    }
    return await execute(...args);
  }) as Client['execute'];
  return () => {
    writer.execute = execute;
  };
}

describe('many at once', () => {
  it('64 transactions succeed with 20 sign-ins beside them, and every row is there', async () => {
    const department = await app.departmentId('YT');
    const updates = Array.from({ length: 64 }, (_, index) =>
      inTransaction({ payload: app.payload }, async (req) => {
        await app.payload.create({ ...entry('parallel', { index }), req });
        await app.payload.update({
          collection: 'departments',
          id: department,
          data: { order: index },
          req,
        });
        return index;
      }),
    );
    const signIns = Array.from({ length: 20 }, () =>
      app.payload.login({
        collection: 'users',
        data: { email: person.email ?? '', password: TEST_PASSWORD },
      }),
    );
    const done = await Promise.all(updates);
    const tokens = (await Promise.all(signIns)).map(({ token }) => token);
    expect(done).toHaveLength(64);
    expect(tokens.every(Boolean)).toBe(true);
    const found = await app.payload.find({
      collection: 'inbox',
      where: { kind: { equals: 'parallel' } },
      pagination: false,
    });
    const indexes = found.docs.map(({ body }) => (body as { index: number }).index);
    expect(indexes.sort((a, b) => a - b)).toEqual(done);
  }, 120_000);

  it('a counter read and written in 32 transactions loses no step', async () => {
    const { id } = await app.payload.create({
      collection: 'counters',
      data: { name: 'test', value: 0 },
    });
    await Promise.all(
      Array.from({ length: 32 }, () =>
        inTransaction({ payload: app.payload }, async (req) => {
          const { value } = await app.payload.findByID({ collection: 'counters', id, req });
          await app.payload.update({ collection: 'counters', id, data: { value: value + 1 }, req });
        }),
      ),
    );
    expect((await app.payload.findByID({ collection: 'counters', id })).value).toBe(32);
  });

  it('a reader never sees what is not committed yet', async () => {
    await inTransaction({ payload: app.payload }, async (req) => {
      await app.payload.create({ ...entry('uncommitted'), req });
      expect(await inbox('uncommitted')).toBe(0);
    });
    expect(await inbox('uncommitted')).toBe(1);
  });

  it('one that fails leaves nothing behind and lets the next one in', async () => {
    const broken = inTransaction({ payload: app.payload }, async (req) => {
      await app.payload.create({ ...entry('broken'), req });
      throw new Error('afterwards');
    });
    await expect(broken).rejects.toThrow('afterwards');
    expect(await inbox('broken')).toBe(0);
    await inTransaction({ payload: app.payload }, (req) =>
      app.payload.create({ ...entry('next'), req }),
    );
    expect(await inbox('next')).toBe(1);
  });
});

describe('transactions', () => {
  it('are on', () => {
    expect(app.payload.db.transactionOptions).not.toBe(false);
    expect(app.payload.db.beginTransaction).toBeTypeOf('function');
  });

  const full = () =>
    Object.assign(new Error('SQLITE_FULL: database or disk is full'), { code: 'SQLITE_FULL' });

  it('whose COMMIT fails are an error to the caller of payload.create, and the row does not exist', async () => {
    const restore = await failOnce('COMMIT', full());
    try {
      await expect(app.payload.create(entry('full'))).rejects.toMatchObject({
        code: 'commit_failed',
      });
    } finally {
      restore();
    }
    expect(await inbox('full')).toBe(0);
    await app.payload.create(entry('full'));
    expect(await inbox('full')).toBe(1);
  });

  it('whose COMMIT fails are an error to the caller of a unit of work too', async () => {
    const restore = await failOnce('COMMIT', full());
    try {
      const work = inTransaction({ payload: app.payload }, (req) =>
        app.payload.create({ ...entry('full unit'), req }),
      );
      await expect(work).rejects.toMatchObject({ code: 'commit_failed' });
    } finally {
      restore();
    }
    expect(await inbox('full unit')).toBe(0);
  });

  it('that another process got in the way of are done again from the start', async () => {
    let runs = 0;
    const value = await inTransaction({ payload: app.payload }, async (req) => {
      runs += 1;
      await app.payload.create({ ...entry('again'), req });
      if (runs === 1) throw Object.assign(new Error('busy'), { code: 'SQLITE_BUSY_SNAPSHOT' });
      return runs;
    });
    expect(value).toBe(2);
    expect(await inbox('again')).toBe(1);
  });

  it('do not hide an error of the work by trying it again', async () => {
    let runs = 0;
    const work = inTransaction({ payload: app.payload }, () => {
      runs += 1;
      return Promise.reject(new Error('mine'));
    });
    await expect(work).rejects.toThrow('mine');
    expect(runs).toBe(1);
  });
});

describe('a write that forgot its transaction', () => {
  it('fails at once, by name, while the same work holds the lock', async () => {
    const start = Date.now();
    const work = inTransaction({ payload: app.payload }, async (req) => {
      await app.payload.create({ ...entry('forgetful'), req });
      await app.payload.create(entry('forgotten'));
    });
    const error = await work.then(
      () => undefined,
      (thrown: unknown) =>
        thrown as Error & { code: string; params: { operation: string }; cause?: unknown },
    );
    expect(Date.now() - start).toBeLessThan(1_000);
    expect(error).toMatchObject({ code: 'write_outside_transaction' });
    expect(error?.params.operation).toEqual(expect.any(String));
    expect(await inbox('forgetful')).toBe(0);
    expect(await inbox('forgotten')).toBe(0);
  });

  it('names the statement when it goes past Payload', async () => {
    const work = inTransaction({ payload: app.payload }, async () => {
      const client = await openSqlite(file);
      await client.execute('DELETE FROM "inbox"');
    });
    await expect(work).rejects.toMatchObject({
      code: 'write_outside_transaction',
      params: { operation: 'DELETE FROM "inbox"' },
    });
  });

  it('of other work waits its turn instead', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = inTransaction({ payload: app.payload }, async (req) => {
      await app.payload.create({ ...entry('turns', { n: 1 }), req });
      await held;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = app.payload.create(entry('turns', { n: 2 }));
    release();
    await Promise.all([first, second]);
    expect(await inbox('turns')).toBe(2);
  });
});

describe('the connection', () => {
  it('keeps references and writes through to the disk, on both sides', async () => {
    const client = await openSqlite(file);
    const pragma = (name: string) =>
      client.exclusively(async (writer) => (await writer.execute(`PRAGMA ${name}`)).rows[0]?.[0]);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('journal_mode')).toBe('wal');
  });
});

describe('migrating', () => {
  it('a second time applies nothing', async () => {
    const input = { payload: app.payload, file, migrations };
    expect(migrations.length).toBeGreaterThan(0);
    expect(await migrateSqlite(input)).toEqual([]);
  });

  it('leaves nothing of a migration that fails half-way, and applies it whole afterwards', async () => {
    const { sql } = await import('@payloadcms/db-sqlite');
    const run = (db: never, statement: string) =>
      (db as { run: (query: unknown) => Promise<unknown> }).run(sql.raw(statement));
    let broken = true;
    const migration = {
      name: 'test_half_way',
      up: async ({ db }: { db: never }) => {
        await run(db, 'CREATE TABLE half_way (id text)');
        if (broken) throw new Error('half-way');
      },
    };
    const input = { payload: app.payload, file, migrations: [...migrations, migration] };
    await expect(migrateSqlite(input)).rejects.toThrow('half-way');
    const client = await openSqlite(file);
    const tables = () => client.execute("SELECT name FROM sqlite_master WHERE name = 'half_way'");
    expect((await tables()).rows).toHaveLength(0);
    broken = false;
    expect(await migrateSqlite(input)).toEqual(['test_half_way']);
    expect((await tables()).rows).toHaveLength(1);
  });

  it('a rebuilt table keeps the rows that hang on it', async () => {
    const { sql } = await import('@payloadcms/db-sqlite');
    const client = await openSqlite(file);
    const before = await client.execute('SELECT count(*) FROM terms_locales');
    expect(Number(before.rows[0]?.[0])).toBeGreaterThan(10);
    const migration = {
      name: 'test_rebuild',
      up: async ({ db }: { db: never }) => {
        const { run } = db as { run: (query: unknown) => Promise<unknown> };
        const table = await client.execute("SELECT sql FROM sqlite_master WHERE name = 'terms'");
        const create = String(table.rows[0]?.[0]).replace(
          /`terms`|"terms"|\bterms\b/,
          '"__new_terms"',
        );
        for (const statement of [
          create,
          'INSERT INTO "__new_terms" SELECT * FROM "terms"',
          'DROP TABLE "terms"',
          'ALTER TABLE "__new_terms" RENAME TO "terms"',
        ]) {
          await run.call(db, sql.raw(statement));
        }
      },
    };
    await migrateSqlite({ payload: app.payload, file, migrations: [migration] });
    const after = await client.execute('SELECT count(*) FROM terms_locales');
    expect(after.rows[0]?.[0]).toEqual(before.rows[0]?.[0]);
  });
});
