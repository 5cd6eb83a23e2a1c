import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { handleEndpoints, type Payload, type TypedUser } from 'payload';
import { forgetEnv, getEnv } from '../../src/platform/env';
import { getStorage } from '../../src/platform/storage/storage';
import type { Role } from '../../src/review/states';
import { openTestDatabase, type TestDatabase } from './database';
import { sayWhatItRanOn } from './ran-on';
import { emptyStorage, testStorageUrl } from './storage';

export interface TestApp {
  payload: Payload;
  folder: string;
  /** A person with this role in the departments of these codes. */
  person(role: Role, departments?: string[], name?: string): Promise<TypedUser>;
  departmentId(code: string): Promise<string>;
  termId(scheme: string, code: string): Promise<string>;
  licenceId(code: string): Promise<string>;
  /** Signs the person in, once. */
  token(user: TypedUser): Promise<string>;
  /** A request to Payload's REST API in this process, as `user` (signed in) or nobody. */
  rest(
    user: TypedUser | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown; headers: Headers }>;
  /** `killedClients`: what they left open the server holds for a minute, and a drop would wait for it. */
  close(how?: { killedClients?: boolean }): Promise<void>;
}

export const TEST_PASSWORD = 'mat-khau-thu-nghiem-9';

/** A migrated database with the reference data, a storage folder and Payload on them, all its own. */
export async function startApp(only?: TestDatabase['kind']): Promise<TestApp> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kho-app-'));
  mkdirSync(path.join(folder, 'data'));
  const database = await openTestDatabase(path.join(folder, 'data'), only);
  Object.assign(process.env, {
    DATA_DIR: path.join(folder, 'data'),
    DATABASE_URL: database.url,
    STORAGE_URL: testStorageUrl(folder),
    SEARCH_URL: `file:${path.join(folder, 'search')}`,
    PAYLOAD_SECRET: 'a-secret-for-tests-that-is-long-enough',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    PUBLIC_URL: 'http://localhost:3000',
  });
  forgetEnv();
  sayWhatItRanOn({ database: database.kind, storage: getEnv().storage.kind });
  const { getPayload } = await import('payload');
  const { default: config } = await import('../../src/payload.config');
  const payload = await getPayload({ config, key: folder });
  const tokens = new Map<string, string>();

  async function idOf(
    collection: 'departments' | 'terms' | 'licences',
    where: Record<string, unknown>,
  ) {
    const found = await payload.find({ collection, where: where as never, limit: 1, depth: 0 });
    const id = found.docs[0]?.id;
    if (!id) throw new Error(`no ${collection} ${JSON.stringify(where)}`);
    return String(id);
  }
  const app: TestApp = {
    payload,
    folder,
    departmentId: (code) => idOf('departments', { code: { equals: code } }),
    termId: (scheme, code) =>
      idOf('terms', { and: [{ scheme: { equals: scheme } }, { code: { equals: code } }] }),
    licenceId: (code) => idOf('licences', { code: { equals: code } }),
    async person(role, departments = [], name) {
      const user = await payload.create({
        collection: 'users',
        data: {
          email: `${role}-${Math.random().toString(36).slice(2)}@example.vn`,
          name: name ?? `Người ${role}`,
          role,
          departments: await Promise.all(departments.map((code) => app.departmentId(code))),
          password: TEST_PASSWORD,
          active: true,
        },
        depth: 0,
      });
      return { ...user, collection: 'users' } as TypedUser;
    },
    async token(user) {
      const id = String(user.id);
      if (!tokens.has(id)) {
        const data = { email: user.email ?? '', password: TEST_PASSWORD };
        tokens.set(id, (await payload.login({ collection: 'users', data })).token ?? '');
      }
      return tokens.get(id) ?? '';
    },
    async rest(user, method, url, body, headers = {}) {
      const request = new Request(`http://localhost:3000${url}`, {
        method,
        headers: {
          ...(user ? { Authorization: `JWT ${await app.token(user)}` } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const response = await handleEndpoints({
        config: Promise.resolve(config),
        payloadInstanceCacheKey: folder,
        request,
      });
      const text = await response.text();
      let parsed: unknown = text;
      try {
        parsed = JSON.parse(text);
      } catch {
        // Not JSON: the text itself is the answer.
      }
      return { status: response.status, body: parsed, headers: response.headers };
    },
    async close({ killedClients = false } = {}) {
      await payload.destroy();
      await emptyStorage(getStorage());
      if (!killedClients) await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return app;
}
