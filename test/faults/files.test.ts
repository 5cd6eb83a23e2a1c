import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../helpers/built';
import { emptyStorage } from '../helpers/storage';
import { makePdf } from '../intake/make-files';
import { lookInside, type Inside } from './inside';
import {
  advance,
  command,
  makeDraft,
  openOffice,
  random,
  sha256,
  transition,
  upload,
  type Office,
} from './office';

const FLIPS = 20;
const [UPLOADS, ROUNDS] = [64, 5];
const SEED = 20_261_126;

let office: Office;
let inside: Inside;
let copy: Record<string, string>;
const stored: string[] = [];

beforeAll(async () => {
  office = await openOffice();
  inside = await lookInside(office);
  copy = { STORAGE_COPY_URL: `file:${path.join(office.house.folder, 'copy')}` };
});
afterAll(async () => {
  await emptyStorage(inside.storage);
  await inside.close();
  await office.clear();
});

describe('files', () => {
  it(`keeps each of ${String(UPLOADS)} × ${String(ROUNDS)} uploads of one name at one moment apart`, async () => {
    const chance = random(SEED);
    let wrong = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      // Every fourth has the bytes of the one before: the same object, at the same moment.
      const all: Buffer[] = [];
      for (let n = 0; n < UPLOADS; n += 1) {
        const before = all[n - 1];
        all.push(
          n % 4 === 3 && before
            ? before
            : Buffer.from(`Vòng ${String(round)} ${String(chance())}\n`),
        );
      }
      const answers = await Promise.all(
        all.map((bytes) => upload(office.author, bytes, { name: 'cùng-tên.txt' })),
      );
      expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
      const rows = new Map((await inside.rows('files')).map((row) => [String(row.id), row]));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(UPLOADS);
      for (const [n, { body }] of answers.entries()) {
        const row = rows.get(String(body.id));
        const key = String(row?.storageKey);
        const bytes = Buffer.from(await inside.storage.readBytes(key));
        const hash = sha256(all[n] as Buffer);
        if (row?.sha256 !== hash || sha256(bytes) !== hash) wrong += 1;
        stored.push(key);
      }
    }
    console.log(
      `uploads of one name at one moment: ${String(UPLOADS * ROUNDS)}, wrong ${String(wrong)}`,
    );
    expect(wrong).toBe(0);
    expect(await inside.withoutBytes()).toEqual([]);
  }, 300_000);

  it(`finds ${String(FLIPS)} flipped bits in one run of fixity and repairs them from the second storage`, async () => {
    const first = await office.cli(['fixity'], copy).ended;
    expect(first.code, first.output).toBe(0);
    const chance = random(SEED);
    const keys = [...new Set(stored)].slice(0, FLIPS);
    for (const key of keys) {
      const bytes = Buffer.from(await inside.storage.readBytes(key));
      const at = Math.floor(chance() * bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(chance() * 8)), at);
      await inside.storage.delete(key);
      await inside.storage.putBytes(key, bytes, 'text/plain');
    }
    expect(new Set(await inside.withoutBytes())).toEqual(new Set(keys));
    const alone = await office.cli(['fixity'], { STORAGE_COPY_URL: '' }).ended;
    expect(alone.code).toBe(1);
    expect(alone.output).toContain(`${String(FLIPS)} spoilt, 0 repaired`);
    const second = await office.cli(['fixity'], copy).ended;
    expect(second.output).toContain(`${String(FLIPS)} spoilt, ${String(FLIPS)} repaired`);
    expect(second.code).toBe(0);
    expect(await inside.withoutBytes()).toEqual([]);
    console.log(
      `flipped bits: ${String(FLIPS)}, found ${String(FLIPS)} in one run, repaired ${String(FLIPS)}`,
    );
  }, 240_000);

  it('takes a backup while people write, and restores it record- and byte-exact', async () => {
    const to = path.join(office.house.folder, 'backup');
    const { id } = await makeDraft(office, 'Trong khi sao lưu');
    const shown = await makeDraft(office, 'Người đọc đã có');
    await advance(office, shown.id, ['submit', 'claim', 'approve', 'publish']);
    const [published] = await inside.rows('materials', { id: { equals: shown.id } });
    let stopped = false;
    let writes = 0;
    const writing = (async () => {
      while (!stopped) {
        const bytes = makePdf([`Trong khi sao lưu ${String(writes)}`]);
        expect((await upload(office.author, bytes)).status).toBe(201);
        for (const action of ['submit', 'recall']) {
          expect((await transition(office, id, action)).status).toBe(200);
        }
        writes += 3;
      }
    })();
    const { code, output } = await office.cli(['backup', '--to', to]).ended;
    stopped = true;
    await writing;
    expect(code, output).toBe(0);
    const other = openHouse({
      SEED_DEMO: 'false',
      PAYLOAD_SECRET: 'a-secret-for-tests-that-is-long-enough',
      LOG_LEVEL: 'fatal',
    });
    try {
      await expectRestored(other, to);
      await expectServed(other, String(published?.identifier));
    } finally {
      await other.clear();
    }
    console.log(`backup: ${String(writes)} writes while it was taken, restored exact`);
    expect(writes).toBeGreaterThan(0);
  }, 240_000);
});

interface Manifest {
  records: Record<string, { file: string; records: number; digest: string }>;
  objects: { file: string; objects: number };
}
const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;

/** What the restored house holds is the backup, as a backup of it says, and it starts. */
async function expectRestored(other: House, from: string): Promise<void> {
  const env = { PUBLIC_URL: 'http://localhost:3000' };
  const run = async (...args: string[]) => {
    const { code, output } = await command(other, args, env).ended;
    expect(code, `${args[0] ?? ''}: ${output}`).toBe(0);
    return output;
  };
  await run('restore', '--from', from);
  const again = path.join(other.folder, 'again');
  await run('backup', '--to', again);
  const [taken, restored] = [manifestOf(from), manifestOf(again)];
  for (const [name, { records, digest }] of Object.entries(taken.records)) {
    // The restore itself asks for a new search index and forgets the workers of the other place.
    if (name === 'outbox') expect(restored.records[name]?.records).toBe(records + 1);
    if (name === 'outbox' || name === 'payload-kv') continue;
    expect([name, restored.records[name]?.records, restored.records[name]?.digest]).toEqual([
      name,
      records,
      digest,
    ]);
  }
  expect(await objectsOf(again)).toEqual(await objectsOf(from));
  for (const [key, hash] of await objectsOf(from)) {
    const bytes = createReadStream(path.join(again, 'objects', key));
    const actual = createHash('sha256');
    for await (const chunk of bytes) actual.update(chunk as Buffer);
    expect(actual.digest('hex')).toBe(hash);
  }
}

/** The restored house serves what was published, finds it, and finds no fault in itself. */
async function expectServed(other: House, identifier: string): Promise<void> {
  const roles =
    other.on.database === 'mongodb' ? (['admin', 'worker'] as const) : (['all'] as const);
  const { base } = await other.start(roles[0]);
  if (roles[1]) await other.start(roles[1]);
  const found = async () => {
    const response = await fetch(`${base}/v1/search?q=nguoi+doc+da+co`);
    const { items } = (await response.json()) as { items?: { identifier: string }[] };
    return items?.map((item) => item.identifier) ?? [];
  };
  await expect.poll(found, { timeout: 60_000, interval: 500 }).toContain(identifier);
  const read = async (place: string) => {
    const material = await (await fetch(`${place}/v1/materials/${identifier}`)).json();
    const [file] = (material as { files: { url: string; sha256: string }[] }).files;
    const bytes = await fetch(new URL(new URL(file?.url ?? '').pathname, place));
    return [file?.sha256, sha256(Buffer.from(await bytes.arrayBuffer()))];
  };
  const [told, actual] = await read(base);
  expect([told, actual]).toEqual(await read(office.base()));
  expect(actual).toBe(told);
  const { code, output } = await command(other, ['doctor'], { PUBLIC_URL: base }).ended;
  expect([code, /^BAD.*$/m.exec(output)?.[0]]).toEqual([0, undefined]);
}

async function objectsOf(folder: string): Promise<Map<string, string>> {
  const lines = createInterface({ input: createReadStream(path.join(folder, 'objects.ndjson')) });
  const all = new Map<string, string>();
  for await (const line of lines) {
    const { key, sha256: hash } = JSON.parse(line) as { key: string; sha256: string };
    all.set(key, hash);
  }
  return all;
}
