import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../src/audit/verify';
import { inTransaction } from '../../src/platform/database/transaction';
import { getEnv } from '../../src/platform/env';
import { enqueue } from '../../src/platform/outbox/enqueue';
import { LEASE_MS } from '../../src/platform/worker/run-outbox';
import { performAction } from '../../src/publishing/perform-action';
import { createSearchReader } from '../../src/search/create';
import { advance, completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { searchQuery } from '../search/documents';
import { searchThreadFile } from '../search/search-thread';
import { buildChildren, type Order, type Program } from './killed/spawn-child';

let app: TestApp;
let program: Program;

beforeAll(async () => {
  app = await startApp();
  program = await buildChildren();
});
afterAll(async () => {
  program.remove();
  await app.close({ killedClients: true });
});

interface Row {
  id: string;
  topic: string;
  key: string;
  data: { n?: number };
  status: string;
  attempts: number;
  leaseUntil?: string | null;
}
async function rows(topic?: string): Promise<Row[]> {
  const found = await app.payload.find({
    collection: 'outbox',
    ...(topic ? { where: { topic: { equals: topic } } } : {}),
    sort: 'createdAt',
    pagination: false,
    depth: 0,
  });
  return found.docs as unknown as Row[];
}

describe('a worker that is killed with kill -9', { timeout: 240_000 }, () => {
  const KEYS = ['a', 'b', 'c'];
  const MOMENTS = ['claiming', 'before the effect', 'after the effect', 'finishing'] as const;

  async function ask(key: string, n: number): Promise<void> {
    await inTransaction({ payload: app.payload }, (req) =>
      enqueue({ payload: app.payload, req, topic: 'test', key, data: { n } }),
    );
    // Rows of the same millisecond have no order to keep.
    await new Promise((resolve) => setTimeout(resolve, 3));
  }

  it('at any moment of its work loses no effect, and does again only what was in its hands', async () => {
    await app.payload.db.deleteMany({ collection: 'outbox', where: {} });
    for (const n of [1, 2, 3]) for (const key of KEYS) await ask(key, n);
    const folder = path.join(app.folder, 'effects');
    mkdirSync(folder);
    const order = { folder, journal: path.join(app.folder, 'journal') };
    const begun = () => readFileSync(order.journal, 'utf8').trim().split('\n');
    let clock = 0;
    const next = (killAt: Order['killAt']): Order => {
      clock += LEASE_MS + 5_000;
      return { ...order, killAt, clock };
    };
    for (const moment of MOMENTS) {
      const child = await program.start('effects-child', next(moment));
      expect(child.said, moment).toBe('here');
      await child.kill();
    }
    const last = await program.start('effects-child', next('never'));
    expect(last.said).toBe('idle');

    const done = await rows('test');
    expect(done.map(({ status }) => status)).toEqual(done.map(() => 'done'));
    // Named by its row, an effect that is done twice is still one.
    const files = readdirSync(folder);
    expect(files.sort()).toEqual(done.map(({ id }) => id).sort());
    for (const { id, data } of done) {
      expect(readFileSync(path.join(folder, id), 'utf8')).toBe(String(data.n));
    }
    // Killed while it claimed, none had begun; at the three other moments one had.
    expect(begun()).toHaveLength(done.length + MOMENTS.length - 1);
    const number = new Map(done.map(({ id, data }) => [id, data.n ?? 0]));
    for (const key of KEYS) {
      const own = new Set(done.filter((row) => row.key === key).map(({ id }) => id));
      const order_ = begun()
        .filter((id) => own.has(id))
        .map((id) => number.get(id) ?? 0);
      expect(order_, key).toEqual([...order_].sort((one, two) => one - two));
    }
  });
});

/** Repeatable, so that a failure can be looked at again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describe('the product’s own worker, killed again and again while it publishes', () => {
  const MATERIALS = 8;
  const KILLS = 4;
  const SEED = 20_261_126;
  let author: TypedUser;
  let editor: TypedUser;

  async function scheduled(at: string): Promise<string> {
    const { id, fileId } = await completeMaterial(app, { author });
    await advance(app, id, [
      { as: author, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'approve' },
    ]);
    await performAction({
      payload: app.payload,
      user: editor,
      materialId: id,
      action: 'publish',
      at,
    });
    // The worker reads the file itself before it publishes.
    await app.payload.db.updateOne({
      collection: 'files',
      id: fileId,
      data: { processing: 'pending' },
    });
    return id;
  }
  /** What the clock does: the leases of who died run out, what was put off is due. */
  async function timePasses(): Promise<void> {
    const past = new Date(Date.now() - 1_000).toISOString();
    for (const { id } of (await rows()).filter(({ status }) => status === 'pending')) {
      const data = { leaseUntil: past, availableAt: past };
      await app.payload.db.updateOne({ collection: 'outbox', id, data });
    }
  }
  /** What a worker has in its hands. */
  const held = async () => {
    const now = new Date().toISOString();
    return (await rows()).filter(
      ({ status, leaseUntil }) => status === 'pending' && (leaseUntil ?? '') > now,
    );
  };
  const done = async () => (await rows()).filter(({ status }) => status === 'done').length;
  const waiting = async () => (await rows()).filter(({ status }) => status === 'pending').length;

  it('publishes each once, indexes each, writes each mail once and loses nothing', async () => {
    await app.payload.db.deleteMany({ collection: 'outbox', where: {} });
    author = await app.person('contributor', ['YT']);
    editor = await app.person('editor');
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const ids: string[] = [];
    for (let n = 0; n < MATERIALS; n += 1) ids.push(await scheduled(at));
    const chance = random(SEED);
    let inHand = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await timePasses();
      const child = await program.start('worker-child');
      const enough = (await done()) + Math.ceil(chance() * 6);
      await expect.poll(done, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(enough);
      await new Promise((resolve) => setTimeout(resolve, chance() * 30));
      await child.kill();
      inHand += (await held()).length;
    }
    const child = await program.start('worker-child');
    await expect
      .poll(
        async () => {
          await timePasses();
          return await waiting();
        },
        { timeout: 120_000, interval: 500 },
      )
      .toBe(0);
    await expect
      .poll(async () => (await verifyChain(app.payload)).unsealed, { timeout: 30_000 })
      .toBe(0);
    await child.kill();

    const all = await rows();
    expect(all.filter(({ status }) => status !== 'done')).toEqual([]);
    await expectPublishedOnce(ids);
    const mails = all.filter(({ topic }) => topic === 'mail.send');
    const kept = readdirSync(path.join(getEnv().dataDir, 'mail'));
    expect(kept.sort()).toEqual(mails.map(({ id }) => `${id}.txt`).sort());
    expect((await verifyChain(app.payload)).fault).toBeUndefined();
    console.log(
      `outbox: ${String(KILLS)} kills, ${String(inHand)} effects in hand, ${String(all.length)} done`,
    );
    expect(inHand).toBeGreaterThan(0);
  }, 300_000);

  async function expectPublishedOnce(ids: string[]): Promise<void> {
    const materials = await app.payload.find({
      collection: 'materials',
      where: { id: { in: ids } },
      pagination: false,
      depth: 0,
    });
    const identifiers = materials.docs.map(({ identifier }) => String(identifier)).sort();
    expect(materials.docs.map(({ publicationStatus }) => publicationStatus)).toEqual(
      ids.map(() => 'live'),
    );
    for (const collection of ['publications', 'publication-revisions', 'changes'] as const) {
      const found = await app.payload.find({ collection, pagination: false, depth: 0 });
      const named = found.docs as unknown as { identifier: string; revision: number }[];
      expect(named.map(({ identifier }) => identifier).sort(), collection).toEqual(identifiers);
      expect(named.every(({ revision }) => revision === 1)).toBe(true);
    }
    const reader = createSearchReader({
      setting: getEnv().search,
      threadFile: await searchThreadFile(),
    });
    const found = await reader.search(searchQuery({ q: '' }));
    await reader.close();
    expect(found.hits.map(({ identifier }) => identifier).sort()).toEqual(identifiers);
  }
});
