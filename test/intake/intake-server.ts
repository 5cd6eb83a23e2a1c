import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { readdir } from 'node:fs/promises';
import type { TypedUser } from 'payload';
import { createIntake } from '../../src/intake/http';
import { diskStorage } from '../../src/platform/storage/disk';
import type { Storage } from '../../src/platform/storage/port';
import { intakeGuards } from '../../src/processes/intake-guards';
import { startApp, TEST_PASSWORD, type TestApp } from '../helpers/app';

export interface IntakeServer {
  app: TestApp;
  url: string;
  storage: Storage;
  token(user: TypedUser): Promise<string>;
  /** Sends a raw body as this person. */
  send(
    user: TypedUser | null,
    address: string,
    name: string | undefined,
    body: Buffer | string | FormData,
    headers?: Record<string, string>,
  ): Promise<Response>;
  get(user: TypedUser | null, address: string, headers?: Record<string, string>): Promise<Response>;
  /** What lies in the folder of running uploads. */
  leftovers(): Promise<string[]>;
  fileCount(): Promise<number>;
  close(): Promise<void>;
}

/** Intake on a real server, with the real guards, on a database of its own. */
export async function startIntake(maxUploadBytes = 100 * 1024 ** 2): Promise<IntakeServer> {
  const app = await startApp();
  const storage = diskStorage(path.join(app.folder, 'media'));
  const dataDir = path.join(app.folder, 'data');
  const silent = () => undefined;
  const intake = createIntake({
    payload: app.payload,
    storage,
    guards: intakeGuards,
    env: { dataDir, maxUploadBytes, publicUrl: 'http://localhost:3000' },
    logger: { debug: silent, info: silent, warn: silent, error: silent },
  });
  const server: Server = createServer((req, res) => void intake.handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const tokens = new Map<string, string>();

  async function token(user: TypedUser): Promise<string> {
    const id = String(user.id);
    if (!tokens.has(id)) {
      const data = { email: user.email ?? '', password: TEST_PASSWORD };
      tokens.set(id, (await app.payload.login({ collection: 'users', data })).token ?? '');
    }
    return tokens.get(id) ?? '';
  }
  const signed = async (user: TypedUser | null): Promise<Record<string, string>> =>
    user ? { Authorization: `JWT ${await token(user)}` } : {};

  return {
    app,
    url,
    storage,
    token,
    async send(user, address, name, body, headers = {}) {
      return await fetch(url + address, {
        method: 'POST',
        body: body as BodyInit,
        headers: {
          ...(await signed(user)),
          ...(name === undefined ? {} : { 'X-File-Name': encodeURIComponent(name) }),
          ...headers,
        },
      });
    },
    async get(user, address, headers = {}) {
      return await fetch(url + address, { headers: { ...(await signed(user)), ...headers } });
    },
    leftovers: () => readdir(path.join(dataDir, 'uploads')).catch(() => []),
    fileCount: async () => (await app.payload.count({ collection: 'files' })).totalDocs,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.close();
    },
  };
}
