import type { TypedUser } from 'payload';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/platform/clock';
import { runOutbox } from '../../src/platform/worker/run-outbox';
import { performAction } from '../../src/publishing/perform-action';
import { publishScheduled } from '../../src/publishing/publish-scheduled';
import { advance, completeMaterial, publishedMaterial } from '../factories/materials';
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
afterEach(() => {
  setClock(undefined);
});

const material = async (id: string) =>
  await app.payload.findByID({ collection: 'materials', id, depth: 0 });

const approve = (id: string) =>
  advance(app, id, [
    { as: author, action: 'submit' },
    { as: editor, action: 'claim' },
    { as: editor, action: 'approve' },
  ]);
async function approved() {
  const made = await completeMaterial(app, { author });
  await approve(made.id);
  return made;
}
const publish = (id: string, more: { at?: string } = {}) =>
  performAction({ payload: app.payload, user: editor, materialId: id, action: 'publish', ...more });

describe('scheduling', () => {
  // What else waits in the outbox is not this test's affair.
  const done = () => Promise.resolve();
  const handlers = {
    'file.derive': done,
    'mail.send': done,
    'search.sync': done,
    'publication.scheduled': async ({ data }: { data: Record<string, unknown> }) => {
      await publishScheduled({
        payload: app.payload,
        materialId: String(data.materialId),
        userId: String(data.userId),
        at: String(data.at),
      });
    },
  };
  async function worker(): Promise<void> {
    while ((await runOutbox({ payload: app.payload, handlers })) > 0);
  }
  const inAnHour = () => new Date(Date.now() + 3_600_000);

  it('publishes at the moment, not before, in the name of who scheduled it', async () => {
    const made = await approved();
    const at = inAnHour();
    await publish(made.id, { at: at.toISOString() });
    await worker();
    expect(await material(made.id)).toMatchObject({
      state: 'approved',
      publicationStatus: 'none',
      scheduledAt: at.toISOString(),
    });
    setClock(new Date(at.getTime() + 1_000));
    await worker();
    const after = await material(made.id);
    expect(after).toMatchObject({
      state: 'published',
      publicationStatus: 'live',
      scheduledAt: null,
    });
    const revisions = await app.payload.find({
      collection: 'publication-revisions',
      where: { identifier: { equals: after.identifier } },
      depth: 0,
    });
    expect(revisions.docs).toMatchObject([{ publishedBy: editor.id }]);
  });

  it('does nothing once the approval was taken back', async () => {
    const made = await approved();
    const at = inAnHour();
    await publish(made.id, { at: at.toISOString() });
    await advance(app, made.id, [{ as: editor, action: 'unapprove' }]);
    setClock(new Date(at.getTime() + 1_000));
    await worker();
    expect(await material(made.id)).toMatchObject({
      state: 'in_review',
      publicationStatus: 'none',
      holder: editor.id,
      approval: null,
    });
  });

  it('does not undo a withdrawal: what was scheduled before it stays unpublished', async () => {
    const made = await publishedMaterial(app, { author, editor });
    await advance(app, made.id, [{ as: author, action: 'revise' }]);
    await app.rest(author, 'PATCH', `/api/materials/${made.id}`, { title: 'Bản hai' });
    await approve(made.id);
    const at = inAnHour();
    await publish(made.id, { at: at.toISOString() });
    await advance(app, made.id, [{ as: editor, action: 'withdraw', reasons: ['quality'] }]);
    expect(await material(made.id)).toMatchObject({ state: 'approved', scheduledAt: null });
    setClock(new Date(at.getTime() + 1_000));
    await worker();
    expect(await material(made.id)).toMatchObject({
      state: 'approved',
      publicationStatus: 'withdrawn',
    });
    const publications = await app.payload.find({
      collection: 'publications',
      where: { identifier: { equals: made.identifier } },
      depth: 0,
    });
    expect(publications.docs).toMatchObject([{ status: 'withdrawn', revision: 1 }]);
  });

  it('does not outlive its approval: a second one brings no old moment back', async () => {
    const made = await approved();
    const at = inAnHour();
    await publish(made.id, { at: at.toISOString() });
    await advance(app, made.id, [
      { as: editor, action: 'unapprove' },
      { as: editor, action: 'approve' },
    ]);
    expect((await material(made.id)).scheduledAt ?? null).toBeNull();
    setClock(new Date(at.getTime() + 1_000));
    await worker();
    expect(await material(made.id)).toMatchObject({ state: 'approved', publicationStatus: 'none' });
  });

  it('moves: of two moments only the last that was set counts', async () => {
    const made = await approved();
    const [first, second] = [inAnHour(), new Date(Date.now() + 7_200_000)];
    await publish(made.id, { at: first.toISOString() });
    await publish(made.id, { at: second.toISOString() });
    setClock(new Date(first.getTime() + 1_000));
    await worker();
    expect((await material(made.id)).publicationStatus).toBe('none');
    setClock(new Date(second.getTime() + 1_000));
    await worker();
    expect(await material(made.id)).toMatchObject({ publicationStatus: 'live', revision: 1 });
  });

  it('is cancelled on record when its conditions no longer hold', async () => {
    const made = await approved();
    const at = inAnHour();
    await publish(made.id, { at: at.toISOString() });
    await app.payload.db.updateOne({
      collection: 'materials',
      id: made.id,
      data: { publisher: 'Ai đó' },
    });
    setClock(new Date(at.getTime() + 1_000));
    await worker();
    expect(await material(made.id)).toMatchObject({ state: 'approved', scheduledAt: null });
    const events = await app.payload.find({
      collection: 'audit-events',
      where: {
        and: [
          { action: { equals: 'material.schedule_cancelled' } },
          { subject: { equals: `materials/${made.id}` } },
        ],
      },
    });
    expect(events.docs[0]?.detail).toMatchObject({ errors: [{ code: 'approval_stale' }] });
  });

  const NO_MOMENT = ['', '5', '12/1/2027', '2027-01-12', '2020-01-01T00:00:00Z', 'mai'];
  it.each([...NO_MOMENT, '2027-02-30T00:00:00Z', '2027-13-01T00:00:00Z', '2027-01-12T25:00:00Z'])(
    'is refused for “%s”: a moment to come, with its offset, is meant',
    async (at) => {
      const made = await approved();
      await expect(publish(made.id, { at })).rejects.toMatchObject({
        errors: [{ field: 'at', code: 'at_invalid' }],
      });
      const { state, publicationStatus, scheduledAt } = await material(made.id);
      expect([state, publicationStatus, scheduledAt ?? null]).toEqual(['approved', 'none', null]);
    },
  );

  it('is refused for a moment that is none, and beyond the granted term', async () => {
    const made = await approved();
    await expect(publish(made.id, { at: 'ngày mai' })).rejects.toMatchObject({
      errors: [{ field: 'at', code: 'at_invalid' }],
    });
    const short = await completeMaterial(app, {
      author,
      rights: { termTo: '2030-06-30', licence: await app.licenceId('InC') },
    });
    await approve(short.id);
    await expect(publish(short.id, { at: '2030-07-01T01:00:00Z' })).rejects.toMatchObject({
      code: 'conditions_unmet',
    });
  });
});
