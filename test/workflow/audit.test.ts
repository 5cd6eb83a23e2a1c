import { randomUUID } from 'node:crypto';
import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastVerified, verifyAndKeep } from '../../src/audit/last-verified';
import { sealEvents } from '../../src/audit/seal';
import { verifyChain } from '../../src/audit/verify';
import { advance, completeMaterial, publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let editor: TypedUser;
let published: string;

interface Row {
  id: string;
  seq?: number | null;
  at: string;
  action: string;
  actor?: string | null;
  actorName?: string | null;
  subject: string;
  hash?: string | null;
  previousHash?: string | null;
}

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT'], 'Lan');
  editor = await app.person('editor');
  published = (await publishedMaterial(app, { author, editor })).id;
});
afterAll(() => app.close());

async function events(): Promise<Row[]> {
  const found = await app.payload.find({
    collection: 'audit-events',
    where: { seq: { exists: true } },
    sort: 'seq',
    depth: 0,
    pagination: false,
  });
  return found.docs as unknown as Row[];
}
async function sealAll(): Promise<void> {
  while ((await sealEvents(app.payload)) > 0);
}
/** What somebody with the database file in hand could do. */
const tamper = (id: string, data: Record<string, unknown>) =>
  app.payload.db.updateOne({ collection: 'audit-events', id, data });

describe('the audit trail', () => {
  it('has every step of a material with who took it, in the order in which it was taken', async () => {
    const found = await app.payload.find({
      collection: 'audit-events',
      where: { subject: { equals: `materials/${published}` } },
      sort: 'createdAt',
      pagination: false,
    });
    const steps = found.docs
      .filter(({ action }) => /submit|claim|approve|publish/.test(action))
      .map(({ action, actor }) => [action, actor]);
    expect(steps).toEqual([
      ['material.submit', author.id],
      ['material.claim', editor.id],
      ['material.approve', editor.id],
      ['material.publish', editor.id],
    ]);
  });

  it('is numbered without gap and linked when it is sealed, and verifies', async () => {
    const before = await verifyChain(app.payload);
    expect(before).toMatchObject({ events: 0, fault: undefined });
    expect(before.unsealed).toBeGreaterThan(4);
    await sealAll();
    const rows = await events();
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    const moments = rows.map(({ at }) => at);
    expect(new Set(moments).size).toBeGreaterThan(4);
    expect(moments).toEqual(moments.toSorted());
    expect(rows.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      rows.slice(0, -1).map(({ hash }) => hash),
    );
    expect(await verifyChain(app.payload)).toEqual({
      events: before.unsealed,
      unsealed: 0,
      head: { seq: before.unsealed, hash: rows.at(-1)?.hash },
      fault: undefined,
    });
  });

  it('may be walked along by several at once, also the first time', async () => {
    await Promise.all([1, 2, 3].map(() => verifyAndKeep(app.payload)));
    const { events: count } = await verifyChain(app.payload);
    expect(await lastVerified(app.payload)).toMatchObject({ events: count });
  });

  it('goes on where it ended, and changes nothing of what was sealed', async () => {
    const before = await events();
    const { id } = await completeMaterial(app, { author });
    await advance(app, id, [{ as: author, action: 'submit' }]);
    await sealAll();
    const after = await events();
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.slice(0, before.length)).toEqual(before);
    expect((await verifyChain(app.payload)).fault).toBeUndefined();
  });

  it('has no event of a step that was rolled back', async () => {
    const { id } = await completeMaterial(app, { author });
    await expect(advance(app, id, [{ as: author, action: 'recall' }])).rejects.toMatchObject({
      code: 'action_not_possible',
    });
    const found = await app.payload.count({
      collection: 'audit-events',
      where: {
        and: [
          { subject: { equals: `materials/${id}` } },
          { action: { equals: 'material.recall' } },
        ],
      },
    });
    expect(found.totalDocs).toBe(0);
    await sealAll();
  });

  it('cannot be written, changed or removed through the API, by anybody', async () => {
    const [first] = await events();
    for (const person of [
      author,
      editor,
      await app.person('auditor'),
      await app.person('administrator'),
    ]) {
      for (const [method, path, body] of [
        ['POST', '/api/audit-events', { action: 'x', subject: 'x', at: new Date().toISOString() }],
        ['PATCH', `/api/audit-events/${first?.id ?? ''}`, { action: 'x' }],
        ['DELETE', `/api/audit-events/${first?.id ?? ''}`, undefined],
      ] as const) {
        expect((await app.rest(person, method, path, body)).status).toBe(403);
      }
    }
    expect((await verifyChain(app.payload)).fault).toBeUndefined();
  });
});

describe('tampering in the database is found', () => {
  const middle = async () => {
    const rows = await events();
    const at = Math.floor(rows.length / 2);
    const [row, next] = [rows[at], rows[at + 1]];
    if (!row || !next) throw new Error('too few events');
    return { row, next };
  };

  it.each(['action', 'actor', 'actorName', 'subject', 'at'] as const)(
    'a changed %s',
    async (field) => {
      const { row } = await middle();
      await tamper(row.id, { [field]: field === 'at' ? '2020-01-01T00:00:00.000Z' : 'khác' });
      expect((await verifyChain(app.payload)).fault).toEqual({ kind: 'changed', seq: row.seq });
      await tamper(row.id, { [field]: row[field] ?? null });
      expect((await verifyChain(app.payload)).fault).toBeUndefined();
    },
  );

  it('two events that changed places', async () => {
    const { row, next } = await middle();
    await tamper(row.id, { seq: 999_999 });
    await tamper(next.id, { seq: row.seq });
    await tamper(row.id, { seq: next.seq });
    expect((await verifyChain(app.payload)).fault).toEqual({ kind: 'unlinked', seq: row.seq });
    await tamper(row.id, { seq: 999_999 });
    await tamper(next.id, { seq: next.seq });
    await tamper(row.id, { seq: row.seq });
    expect((await verifyChain(app.payload)).fault).toBeUndefined();
  });

  it.each([0, -7])('an event that was put in with the number %d', async (seq) => {
    const { row } = await middle();
    const { id: _, ...like } = row;
    const made = (await app.payload.db.create({
      collection: 'audit-events',
      data: { ...like, id: randomUUID(), seq, subject: 'materials/khong-he-co' },
    })) as { id: string };
    // The screen of the auditor shows it among the others.
    const auditor = await app.person('auditor');
    const { body } = await app.rest(auditor, 'GET', '/api/audit-events?limit=0');
    expect(JSON.stringify(body)).toContain('materials/khong-he-co');
    expect((await verifyChain(app.payload)).fault).toEqual({ kind: 'outside', seq });
    await app.payload.db.deleteOne({
      collection: 'audit-events',
      where: { id: { equals: made.id } },
    });
    expect((await verifyChain(app.payload)).fault).toBeUndefined();
  });

  it('a tail that was cut off, by the head that was noted before', async () => {
    const { head } = await verifyChain(app.payload);
    const rows = await events();
    const last = rows.at(-1);
    await app.payload.db.deleteOne({
      collection: 'audit-events',
      where: { id: { equals: last?.id } },
    });
    const after = await verifyChain(app.payload);
    // The rest holds by itself: only a head kept elsewhere tells that something is missing.
    expect(after.fault).toBeUndefined();
    expect(after.head).not.toEqual(head);
    expect(after.head.seq).toBe(head.seq - 1);
  });

  it('and by the whole that was verified before it was cut', async () => {
    expect((await verifyAndKeep(app.payload)).fault).toBeUndefined();
    const last = (await events()).at(-1);
    await app.payload.db.deleteOne({
      collection: 'audit-events',
      where: { id: { equals: last?.id } },
    });
    const cut = { kind: 'cut', seq: last?.seq };
    expect((await verifyAndKeep(app.payload)).fault).toEqual(cut);
    // It does not heal by being looked at.
    expect((await verifyAndKeep(app.payload)).fault).toEqual(cut);
  });

  it('a removed event', async () => {
    const { row } = await middle();
    await app.payload.db.deleteOne({
      collection: 'audit-events',
      where: { id: { equals: row.id } },
    });
    expect((await verifyChain(app.payload)).fault).toEqual({ kind: 'missing', seq: row.seq });
  });
});
