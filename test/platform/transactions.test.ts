import { randomUUID } from 'node:crypto';
import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdDocument } from '../../src/platform/database/hold-document';
import { inTransaction } from '../../src/platform/database/transaction';
import { holdObject } from '../../src/platform/storage/hold-object';
import { advance, completeMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let editor: TypedUser;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT']);
  editor = await app.person('editor');
});
afterAll(() => app.close());

const notice = (kind: string) =>
  ({
    collection: 'inbox',
    data: { kind, body: {}, receivedAt: new Date().toISOString() },
  }) as const;
const count = async (kind: string) =>
  (await app.payload.count({ collection: 'inbox', where: { kind: { equals: kind } } })).totalDocs;

describe('a transaction', () => {
  it('is a real one', async () => {
    const id = await app.payload.db.beginTransaction();
    expect(id).not.toBeNull();
    await app.payload.db.rollbackTransaction(id ?? '');
  });

  it('leaves nothing behind when its work fails', async () => {
    await expect(
      inTransaction({ payload: app.payload }, async (req) => {
        await app.payload.create({ ...notice('failed'), req });
        throw new Error('after the write');
      }),
    ).rejects.toThrow('after the write');
    expect(await count('failed')).toBe(0);
  });

  it('is not seen by others before it is committed', async () => {
    await inTransaction({ payload: app.payload }, async (req) => {
      await app.payload.create({ ...notice('unseen'), req });
      expect(await count('unseen')).toBe(0);
    });
    expect(await count('unseen')).toBe(1);
  });

  it('that collides with another is done again from the start, and both count', async () => {
    const counter = await app.payload.create({
      collection: 'counters',
      data: { name: 'collisions', value: 0 },
    });
    const increments = Array.from({ length: 4 }, () =>
      inTransaction({ payload: app.payload }, async (req) => {
        const { value } = await app.payload.findByID({
          collection: 'counters',
          id: counter.id,
          req,
        });
        await app.payload.update({
          collection: 'counters',
          id: counter.id,
          data: { value: value + 1 },
          req,
        });
      }),
    );
    await Promise.all(increments);
    const { value } = await app.payload.findByID({ collection: 'counters', id: counter.id });
    expect(value).toBe(4);
  });

  it('that is in the way every time is told as a collision, not as a fault of ours', async () => {
    let runs = 0;
    const always = inTransaction({ payload: app.payload }, () => {
      runs += 1;
      return Promise.reject(
        Object.assign(new Error('write conflict'), { codeName: 'WriteConflict' }),
      );
    });
    await expect(always).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect(runs).toBeGreaterThanOrEqual(5);
  });
});

describe('a hold', () => {
  const objects = `content/ab/${'ab'.repeat(32)}`;
  const holding = (work: () => Promise<void>) =>
    inTransaction({ payload: app.payload }, async (req) => {
      await holdObject(req, objects);
      await work();
    });

  it('of a stored object keeps others out, the first time and each time after it', async () => {
    for (let time = 0; time < 3; time += 1) {
      let [inside, together] = [0, 0];
      const hold = () =>
        holding(async () => {
          inside += 1;
          together = Math.max(together, inside);
          await new Promise((resolve) => setTimeout(resolve, 40));
          inside -= 1;
        });
      await Promise.all([hold(), hold()]);
      expect([time, together]).toEqual([time, 1]);
    }
  });

  it('of what is not there is refused where it would protect nothing', async () => {
    const asked = inTransaction({ payload: app.payload }, async (req) => {
      await holdDocument(req, 'materials', randomUUID());
      return 'one writer at a time';
    });
    if (app.payload.db.name !== 'mongoose') expect(await asked).toBe('one writer at a time');
    else await expect(asked).rejects.toMatchObject({ code: 'internal' });
  });
});

describe('a submission and a save of the rights at the same moment', () => {
  it('never end with a change that nobody submitted', async () => {
    await app.token(author);
    for (let n = 0; n < 4; n += 1) {
      const { id, rightsId } = await completeMaterial(app, { author });
      const conditions = `Điều kiện số ${String(n)}`;
      const [submitted, saved] = await Promise.all([
        app.rest(author, 'POST', `/api/materials/${id}/transition`, { action: 'submit' }),
        app.rest(author, 'PATCH', `/api/rights-records/${rightsId}`, { conditions }),
      ]);
      expect([200, 403, 404, 409]).toContain(saved.status);
      const events = await app.payload.find({
        collection: 'audit-events',
        where: { subject: { equals: `materials/${id}` } },
        sort: ['createdAt'],
        pagination: false,
      });
      const actions = events.docs.map(({ action }) => action);
      if (submitted.status === 200 && saved.status === 200) {
        // Both went through: then the save was first, and what was submitted has it.
        expect(actions.indexOf('rights.edit')).toBeLessThan(actions.indexOf('material.submit'));
      } else {
        expect([submitted.status, saved.status]).toContain(200);
      }
      if (submitted.status === 200) await advance(app, id, [{ as: editor, action: 'claim' }]);
    }
  });
});
