import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClient, type Client } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInbox } from '../../src/platform/inbox/inbox';
import { openTestDatabase } from '../helpers/database';

let folder: string;
let file: string;
/** The writing process, as a delivery process apart meets it. */
let writer: Client;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'kho-inbox-'));
  const { url } = await openTestDatabase(folder, 'sqlite');
  file = url.replace(/^file:/, '');
  writer = createClient({ url });
  await writer.execute('PRAGMA journal_mode = WAL');
});
afterAll(() => {
  writer.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = async () =>
  Number((await writer.execute("SELECT count(*) AS n FROM inbox WHERE kind = 'test'")).rows[0]?.n);

describe('what the public writes on SQLite', () => {
  it('waits its turn behind the process that writes, and is there once that has committed', async () => {
    const inbox = openInbox({ kind: 'sqlite', file });
    const transaction = await writer.transaction('write');
    let written = false;
    const appended = inbox.append('test', { text: 'một' }).then(() => {
      written = true;
    });
    const beats: number[] = [];
    for (let beat = 0; beat < 10; beat += 1) {
      const before = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 20));
      beats.push(performance.now() - before);
    }
    expect(written).toBe(false);
    // Who reads meanwhile is answered: waiting does not hold the event loop.
    expect(Math.max(...beats)).toBeLessThan(500);
    await transaction.rollback();
    await appended;
    expect(await rows()).toBe(1);
    await inbox.close();
  });

  it('is all there, however many write at once', async () => {
    const inbox = openInbox({ kind: 'sqlite', file });
    await Promise.all(Array.from({ length: 40 }, (_, at) => inbox.append('test', { at })));
    expect(await rows()).toBe(41);
    await inbox.close();
  });

  it('is refused for now, not lost in an error of ours, where the database cannot be written', async () => {
    const broken = path.join(folder, 'broken.db');
    writeFileSync(broken, 'x'.repeat(8_192));
    const inbox = openInbox({ kind: 'sqlite', file: broken });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(inbox.append('test', {})).rejects.toMatchObject({
        code: 'unavailable',
        status: 503,
      });
    }
    await inbox.close();
  });
});
