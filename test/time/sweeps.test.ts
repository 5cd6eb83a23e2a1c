import type { TypedUser } from 'payload';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { setClock } from '../../src/platform/clock';
import { getEnv } from '../../src/platform/env';
import { lastSweep } from '../../src/platform/sweep/last-sweep';
import { runSweep } from '../../src/processes/sweeps';
import { openReadStore } from '../../src/publishing/read/open';
import type { HomeView } from '../../src/review/view-models';
import {
  advance,
  completeMaterial,
  publishedMaterial,
  type PublishedMaterial,
} from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { POLL_MS } from '../helpers/database';

let app: TestApp;
let author: TypedUser;
let manager: TypedUser;
let stranger: TypedUser;
let editor: TypedUser;
beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT']);
  manager = await app.person('manager', ['YT']);
  stranger = await app.person('contributor', ['VHTT']);
  editor = await app.person('editor');
}, 120_000);
afterAll(() => app.close());
afterEach(() => setClock(undefined));

/** Ten in the morning in Hanoi; far off, so that what one test left behind is told before the next. */
const morning = (day: string) => setClock(new Date(`${day}T03:00:00Z`));
const sweep = () => runSweep(app.payload);

async function live(rights: Record<string, unknown>, parts: Record<string, unknown>[] = []) {
  const made = await completeMaterial(app, {
    author,
    rights: { licence: await app.licenceId('InC'), ...rights },
  });
  const main = await app.payload.findByID({
    collection: 'rights-records',
    id: made.rightsId,
    depth: 0,
  });
  const { id: _, material: __, createdAt: ___, updatedAt: ____, ...like } = main;
  const evidence = (like.evidence ?? []).map(({ id: _row, ...paper }) => paper);
  for (const part of parts) {
    await app.payload.create({
      collection: 'rights-records',
      data: {
        ...like,
        authors: undefined,
        anonymous: true,
        evidence,
        material: made.id,
        ...part,
      } as never,
      depth: 0,
    });
  }
  return await toLive(made.id, made);
}

async function toLive<T>(id: string, made: T): Promise<T & { identifier: string }> {
  await advance(app, id, [
    { as: author, action: 'submit' },
    { as: editor, action: 'claim' },
    { as: editor, action: 'approve' },
    { as: editor, action: 'publish' },
  ]);
  const { identifier } = await app.payload.findByID({ collection: 'materials', id, depth: 0 });
  return { ...made, identifier: String(identifier) };
}

interface Told {
  user: string;
  data: { days: number; date: string; part?: string };
}
async function told(materialId: string, kind: string): Promise<Told[]> {
  const { docs } = await app.payload.find({
    collection: 'notices',
    where: { and: [{ material: { equals: materialId } }, { kind: { equals: kind } }] },
    sort: 'at',
    pagination: false,
    depth: 0,
  });
  return docs as unknown as Told[];
}
const names = (rows: Told[]) => new Set(rows.map(({ user }) => user));

async function publication(identifier: string) {
  const { docs } = await app.payload.find({
    collection: 'publications',
    where: { identifier: { equals: identifier } },
    depth: 0,
  });
  return docs[0];
}
const rowsOf = async (collection: 'changes' | 'audit-events' | 'reviews', where: object) =>
  (
    await app.payload.find({
      collection,
      where: where as never,
      sort: 'createdAt',
      pagination: false,
      depth: 0,
    })
  ).docs as unknown as { type?: string; actor?: string | null }[];

describe('a granted term', () => {
  it('is told 90, 30 and 7 days before its last day, each once: to the department, near the end to editors', async () => {
    morning('2030-01-02');
    const made = await live({ termTo: '2030-12-31' });
    morning('2030-10-01');
    await sweep();
    expect(await told(made.id, 'expiring')).toEqual([]);
    morning('2030-10-02');
    await sweep();
    await sweep();
    const first = await told(made.id, 'expiring');
    expect(names(first)).toEqual(new Set([author.id, manager.id]));
    expect(first).toHaveLength(2);
    expect(first[0]?.data).toMatchObject({ date: '2030-12-31', days: 90 });
    morning('2030-12-01');
    await sweep();
    const second = (await told(made.id, 'expiring')).slice(2);
    expect(second.map(({ data }) => data.days)).toEqual([30, 30, 30]);
    expect(names(second)).toEqual(new Set([author.id, manager.id, editor.id]));
    morning('2030-12-24');
    await sweep();
    morning('2030-12-26');
    await sweep();
    const all = await told(made.id, 'expiring');
    expect(all.slice(5).map(({ data }) => data.days)).toEqual([7, 7, 7]);
    expect(names(all)).not.toContain(stranger.id);
  });

  it('still carries the publication on its last day, until midnight in Hanoi', async () => {
    morning('2031-01-02');
    const made = await live({ termTo: '2031-06-30' });
    setClock(new Date('2031-06-30T16:59:00Z'));
    await sweep();
    expect(await publication(made.identifier)).toMatchObject({ status: 'live' });
    setClock(new Date('2031-06-30T17:01:00Z'));
    await sweep();
    expect(await publication(made.identifier)).toMatchObject({
      status: 'withdrawn',
      withdrawReason: 'term_ended',
    });
  });

  it('ends in a withdrawal by the repository itself, on record, in the feed, with its reason', async () => {
    morning('2032-01-02');
    const made = await live({ termTo: '2032-06-30' });
    morning('2032-07-01');
    await sweep();
    const material = await app.payload.findByID({ collection: 'materials', id: made.id, depth: 0 });
    expect(material).toMatchObject({ state: 'published', publicationStatus: 'withdrawn' });
    const changes = await rowsOf('changes', { identifier: { equals: made.identifier } });
    expect(changes.map(({ type }) => type)).toEqual(['published', 'withdrawn']);
    const decisions = await rowsOf('reviews', { material: { equals: made.id } });
    expect(decisions.at(-1)).toMatchObject({ action: 'withdraw', reasons: ['term_ended'] });
    expect(decisions.at(-1)?.actor ?? null).toBeNull();
    const events = await rowsOf('audit-events', {
      and: [
        { subject: { equals: `materials/${made.id}` } },
        { action: { equals: 'material.withdraw' } },
      ],
    });
    expect(events).toMatchObject([{ detail: { reasons: ['term_ended'] } }]);
    expect(events[0]?.actor ?? null).toBeNull();
    const store = await openReadStore(getEnv().database, POLL_MS);
    expect(await store.publication(made.identifier)).toMatchObject({
      status: 'withdrawn',
      tombstone: { reason: 'term_ended' },
    });
    await store.close();
    expect(names(await told(made.id, 'expired'))).toEqual(
      new Set([author.id, manager.id, editor.id]),
    );
    await expect(advance(app, made.id, [{ as: editor, action: 'reinstate' }])).rejects.toThrow();
  });

  it('is made up for once when the machine was off, with one notice and not all that were missed', async () => {
    morning('2033-01-02');
    const near = await live({ termTo: '2033-06-30' });
    const over = await live({ termTo: '2033-06-20' });
    morning('2033-06-25');
    await sweep();
    await sweep();
    expect((await told(near.id, 'expiring')).map(({ data }) => data.days)).toEqual([5, 5, 5]);
    expect(await publication(over.identifier)).toMatchObject({ status: 'withdrawn' });
    expect(await told(over.id, 'expiring')).toEqual([]);
    expect((await told(over.id, 'expired')).map(({ data }) => data.days)).toEqual([5, 5, 5]);
  });

  it('is tried again when the withdrawal could not be made', async () => {
    morning('2033-08-02');
    const over = await live({ termTo: '2033-08-20' });
    morning('2033-08-25');
    const stand = (publicationStatus: 'live' | 'withdrawn') =>
      app.payload.db.updateOne({
        collection: 'materials',
        id: over.id,
        data: { publicationStatus },
      });
    await stand('withdrawn');
    await sweep();
    expect(await publication(over.identifier)).toMatchObject({ status: 'live' });
    await stand('live');
    await sweep();
    expect(await publication(over.identifier)).toMatchObject({ status: 'withdrawn' });
    expect(await told(over.id, 'expired')).toHaveLength(3);
  });

  it('is seen to once by two workers at the same time', async () => {
    morning('2034-01-02');
    const near = await live({ termTo: '2034-07-31' });
    const over = await live({ termTo: '2034-06-30' });
    morning('2034-07-02');
    const sweeps = await Promise.all([sweep(), sweep(), sweep()]);
    expect(sweeps.map(({ failed }) => failed)).toEqual([0, 0, 0]);
    expect(await told(near.id, 'expiring')).toHaveLength(3);
    expect(await told(over.id, 'expired')).toHaveLength(3);
    const changes = await rowsOf('changes', { identifier: { equals: over.identifier } });
    expect(changes.map(({ type }) => type)).toEqual(['published', 'withdrawn']);
  });

  it('of a component counts when it is the narrower, and is named', async () => {
    morning('2035-01-02');
    const made = await live({ termTo: '2035-12-31' }, [
      { component: 'Ảnh bìa', termTo: '2035-06-30' },
    ]);
    morning('2035-06-25');
    await sweep();
    expect((await told(made.id, 'expiring'))[0]?.data).toMatchObject({
      date: '2035-06-30',
      part: 'Ảnh bìa',
    });
    morning('2035-07-01');
    await sweep();
    expect(await publication(made.identifier)).toMatchObject({ status: 'withdrawn' });
    expect((await told(made.id, 'expired'))[0]?.data).toMatchObject({ part: 'Ảnh bìa' });
    // What ended for a part ended for the whole: it does not come back either.
    await expect(
      advance(app, made.id, [{ as: editor, action: 'reinstate' }]),
    ).rejects.toMatchObject({
      errors: [{ field: 'rights.components.0.termTo', code: 'term_ended' }],
    });
    expect(await publication(made.identifier)).toMatchObject({ status: 'withdrawn' });
  });

  async function renew(made: PublishedMaterial, termTo: string, publish = true) {
    await advance(app, made.id, [{ as: author, action: 'revise' }]);
    await app.payload.update({
      collection: 'rights-records',
      id: made.rightsId,
      data: { termTo },
      user: author,
      overrideAccess: false,
      depth: 0,
    });
    if (publish) await toLive(made.id, made);
  }

  it('that was renewed and published is told anew from its new end, and not of the old one', async () => {
    morning('2036-01-02');
    const made = await live({ termTo: '2036-06-30' });
    morning('2036-06-01');
    await sweep();
    await renew(made, '2037-06-30');
    morning('2036-07-01');
    await sweep();
    expect(await publication(made.identifier)).toMatchObject({ status: 'live', revision: 2 });
    expect(await told(made.id, 'expiring')).toHaveLength(3);
    morning('2037-06-01');
    await sweep();
    expect((await told(made.id, 'expiring')).at(-1)?.data).toMatchObject({ date: '2037-06-30' });
  });

  it('binds what is public until the renewal is published, whatever the working copy says', async () => {
    morning('2038-01-02');
    const made = await live({ termTo: '2038-06-30' });
    await renew(made, '2039-06-30', false);
    morning('2038-07-01');
    await sweep();
    expect(await publication(made.identifier)).toMatchObject({ status: 'withdrawn' });
    await toLive(made.id, made);
    expect(await publication(made.identifier)).toMatchObject({ status: 'live', revision: 2 });
  });

  it('is nobody’s news once a person has withdrawn the material', async () => {
    morning('2040-01-02');
    const made = await live({ termTo: '2040-06-30' });
    await advance(app, made.id, [{ as: editor, action: 'withdraw', reasons: ['quality'] }]);
    for (const day of ['2040-06-25', '2040-07-01']) {
      morning(day);
      await sweep();
    }
    expect(await told(made.id, 'expiring')).toEqual([]);
    expect(await publication(made.identifier)).toMatchObject({ withdrawReason: 'quality' });
  });

  it('of what was published before days were kept is read from its approval', async () => {
    morning('2041-01-02');
    const made = await live({ termTo: '2041-06-30', nextReview: '2041-05-05' });
    const row = await publication(made.identifier);
    await app.payload.db.updateOne({
      collection: 'publications',
      id: String(row?.id),
      data: { termEnds: null, termOf: null, reviewOn: null, datedRevision: null },
    });
    await sweep();
    expect(await publication(made.identifier)).toMatchObject({
      termEnds: '2041-06-30',
      termOf: 'rights',
      reviewOn: '2041-05-05',
      datedRevision: 1,
    });
  });

  it('stands on the home page until it is renewed, also when it has ended', async () => {
    morning('2042-01-02');
    const made = await live({ termTo: '2042-06-30' });
    const todo = async (user: TypedUser) =>
      ((await app.rest(user, 'GET', '/api/staff/home')).body as HomeView).todo.filter(
        ({ material }) => material.id === made.id,
      );
    expect(await todo(author)).toEqual([]);
    morning('2042-06-01');
    expect(await todo(author)).toMatchObject([{ kind: 'expiring', label: 'Gia hạn' }]);
    expect(await todo(stranger)).toEqual([]);
    morning('2042-07-01');
    await sweep();
    const [ended] = await todo(author);
    expect(ended).toMatchObject({ kind: 'ended', label: 'Gia hạn' });
    expect(ended?.detail).toContain('đã tự động thu hồi');
    await renew(made, '2043-06-30');
    expect(await todo(author)).toEqual([]);
  });
});

describe('a day of review', () => {
  it('is told before, and once it has passed is a task that takes nothing down', async () => {
    morning('2044-01-02');
    const made = await live({ nextReview: '2044-06-30' });
    morning('2044-06-30');
    await sweep();
    expect((await told(made.id, 'review_due')).map(({ data }) => data.days)).toEqual([0, 0, 0]);
    expect(await told(made.id, 'review_overdue')).toEqual([]);
    morning('2044-07-03');
    await sweep();
    await sweep();
    expect(await told(made.id, 'review_overdue')).toHaveLength(3);
    expect(await publication(made.identifier)).toMatchObject({ status: 'live' });
    const home = (await app.rest(editor, 'GET', '/api/staff/home')).body as HomeView;
    const task = home.todo.find(({ material }) => material.id === made.id);
    expect(task).toMatchObject({ kind: 'review' });
    expect(task?.detail).toContain('30/06/2044');
  });
});

describe('an embargo', () => {
  const held = async (embargoUntil: string) => {
    const made = await completeMaterial(app, { author, fields: { embargoUntil } });
    await advance(app, made.id, [
      { as: author, action: 'submit' },
      { as: editor, action: 'claim' },
      { as: editor, action: 'approve' },
    ]);
    return made;
  };

  it('blocks through its own last day; then the editors are told, once, that it can be published', async () => {
    morning('2045-01-02');
    const made = await held('2045-06-30');
    morning('2045-06-30');
    await sweep();
    const publish = () => advance(app, made.id, [{ as: editor, action: 'publish' }]);
    await expect(publish()).rejects.toMatchObject({ errors: [{ code: 'embargo_active' }] });
    expect((await told(made.id, 'embargo_ending')).map(({ data }) => data.days)).toEqual([0, 0, 0]);
    expect(await told(made.id, 'embargo_ended')).toEqual([]);
    setClock(new Date('2045-06-30T17:01:00Z'));
    await sweep();
    await sweep();
    expect(names(await told(made.id, 'embargo_ended'))).toContain(editor.id);
    expect(await told(made.id, 'embargo_ended')).toHaveLength(3);
    await publish();
    expect(await app.payload.findByID({ collection: 'materials', id: made.id })).toMatchObject({
      publicationStatus: 'live',
    });
  });

  it('that ends with a publication already scheduled is nothing to be told', async () => {
    morning('2046-01-02');
    const made = await held('2046-06-30');
    const at = '2046-07-02T01:00:00.000Z';
    await advance(app, made.id, [{ as: editor, action: 'publish', at }]);
    morning('2046-07-01');
    await sweep();
    expect(await told(made.id, 'embargo_ended')).toEqual([]);
  });
});

describe('a sweep', () => {
  it('that did not run is seen by health, by readiness and by the figures', async () => {
    const { createSweep } = await import('../../src/platform/sweep/sweep');
    const { sweepFinding } = await import('../../src/reporting/health/sweep-part');
    morning('2047-01-02');
    await sweep();
    const health = async (serving = true) =>
      await sweepFinding({ payload: app.payload, serving, marks: { parts: {}, workers: [] } });
    expect(await health()).toMatchObject({ status: 'ok', detail: { code: 'swept' } });
    const store = await openReadStore(getEnv().database, POLL_MS);
    expect(await store.lastSweep()).toMatchObject({ failed: 0 });
    setClock(new Date('2047-01-02T05:01:00Z'));
    expect(await health()).toMatchObject({ status: 'fault', remedy: 'sweepLate' });
    expect(await health(false)).toMatchObject({ status: 'warning' });
    // One that is cut off has not come to its end.
    await runSweep(app.payload, () => false);
    expect(await health()).toMatchObject({ status: 'fault' });
    const { keepSweep } = await import('../../src/platform/sweep/last-sweep');
    const failing = createSweep(app.payload);
    failing.failed = 2;
    await keepSweep(failing);
    expect(await health()).toMatchObject({ status: 'fault', detail: { params: { failed: 2 } } });
    expect(Date.parse((await store.lastSweep())?.succeededAt ?? '')).toBeLessThan(
      Date.parse('2047-01-02T04:00:00Z'),
    );
    await store.close();
  });

  it('that cannot look through one subject sees to all others, and counts it as failed', async () => {
    morning('2048-01-02');
    const over = await live({ termTo: '2048-06-30' });
    morning('2048-07-02');
    const find = vi.spyOn(app.payload, 'find').mockRejectedValueOnce(new Error('unreadable'));
    expect((await sweep()).failed).toBe(1);
    find.mockRestore();
    expect(await publication(over.identifier)).toMatchObject({ status: 'withdrawn' });
    expect(await told(over.id, 'expired')).toHaveLength(3);
    expect(await lastSweep(app.payload)).toMatchObject({ failed: 1 });
  });

  it('comes to its end beside others, on a database that never saw one', async () => {
    await app.payload.kv.delete('sweep');
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await lastSweep(app.payload)).toMatchObject({ failed: 0 });
  });

  it('finds nothing to do on the day after it was made', async () => {
    await publishedMaterial(app, { author, editor });
    await sweep();
    expect(await sweep()).toMatchObject({ done: 0, failed: 0 });
  });
});
