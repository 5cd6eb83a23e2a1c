import type { TypedUser } from 'payload';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reprojectLabels } from '../../src/publishing/reproject';
import type { PublicationRow } from '../../src/publishing/write-publication';
import { advance, publishedMaterial, type PublishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';

let app: TestApp;
let author: TypedUser;
let editor: TypedUser;
let administrator: TypedUser;
let subject: string;

beforeAll(async () => {
  app = await startApp();
  author = await app.person('contributor', ['YT']);
  editor = await app.person('editor');
  administrator = await app.person('administrator');
  subject = await app.termId('subjects', 'suc-khoe-va-dinh-duong');
});
afterAll(() => app.close());

async function rename(label: string): Promise<void> {
  const renamed = await app.rest(administrator, 'PATCH', `/api/terms/${subject}`, { label });
  expect(renamed.status).toBe(200);
}
const relabel = () => reprojectLabels({ payload: app.payload, kind: 'term', id: subject });

async function publication(identifier: string): Promise<PublicationRow & { etag: string }> {
  const found = await app.payload.find({
    collection: 'publications',
    where: { identifier: { equals: identifier } },
    depth: 0,
  });
  return found.docs[0] as unknown as PublicationRow & { etag: string };
}
async function changes(identifier: string): Promise<string[]> {
  const found = await app.payload.find({
    collection: 'changes',
    where: { identifier: { equals: identifier } },
    sort: 'seq',
    pagination: false,
  });
  return found.docs.map(({ type }) => type);
}
const label = ({ snapshot }: PublicationRow) => snapshot.subjects[0]?.label.vi;
const published = () => publishedMaterial(app, { author, editor });

/** Lets something happen between the worker's reading of its list and its work on the first row. */
function meanwhile(work: () => Promise<void>): () => void {
  const find = app.payload.find.bind(app.payload);
  let waiting = true;
  app.payload.find = (async (args: { collection: string }) => {
    const found = await find(args as never);
    if (waiting && args.collection === 'publications') {
      waiting = false;
      await work();
    }
    return found;
  }) as typeof app.payload.find;
  return () => {
    app.payload.find = find;
  };
}

async function revise({ id }: PublishedMaterial, title: string): Promise<void> {
  await advance(app, id, [{ as: author, action: 'revise' }]);
  const edit = await app.rest(author, 'PATCH', `/api/materials/${id}`, { title });
  expect(edit.status).toBe(200);
  await advance(app, id, [
    { as: author, action: 'submit' },
    { as: editor, action: 'claim' },
    { as: editor, action: 'approve' },
    { as: editor, action: 'publish' },
  ]);
}
const withdraw = ({ id }: PublishedMaterial) =>
  advance(app, id, [{ as: editor, action: 'withdraw', reasons: ['quality'] }]);

describe('a renamed term', () => {
  it('is ordered to be carried into publications, by the change itself', async () => {
    const { identifier } = await published();
    await rename('Sức khỏe học đường');
    const orders = await app.payload.count({
      collection: 'outbox',
      where: {
        and: [{ topic: { equals: 'labels.reproject' } }, { status: { equals: 'pending' } }],
      },
    });
    expect(orders.totalDocs).toBe(1);
    expect(label(await publication(identifier))).not.toBe('Sức khỏe học đường');
  });

  it('changes the label and the ETag of a publication, never its revision or approval', async () => {
    const { identifier } = await published();
    const before = await publication(identifier);
    const revisions = await app.payload.find({
      collection: 'publication-revisions',
      where: { identifier: { equals: identifier } },
      depth: 0,
    });
    await rename('Sức khỏe gia đình');
    await relabel();
    const after = await publication(identifier);
    expect(label(after)).toBe('Sức khỏe gia đình');
    expect(after.etag).not.toBe(before.etag);
    expect(after).toMatchObject({ revision: 1, publishedAt: before.publishedAt, status: 'live' });
    expect(await changes(identifier)).toEqual(['published', 'labels']);
    const kept = await app.payload.find({
      collection: 'publication-revisions',
      where: { identifier: { equals: identifier } },
      depth: 0,
    });
    expect(kept.docs).toEqual(revisions.docs);
  });

  it('says so once, however often the worker does it', async () => {
    const { identifier } = await published();
    await rename('Sức khỏe cộng đồng');
    await relabel();
    const after = await publication(identifier);
    expect(await relabel()).toBe(0);
    expect(await publication(identifier)).toEqual(after);
    expect(await changes(identifier)).toEqual(['published', 'labels']);
  });
});

describe('relabelling never brings back what was there before', () => {
  it('a revision that was published while it worked stays, with the new label', async () => {
    const made = await published();
    await rename('Sức khỏe tâm thần');
    const stop = meanwhile(() => revise(made, 'Bản hai'));
    try {
      await relabel();
    } finally {
      stop();
    }
    const after = await publication(made.identifier);
    expect(after).toMatchObject({ revision: 2, status: 'live' });
    expect(after.snapshot).toMatchObject({ revision: 2, title: { vi: 'Bản hai' } });
    expect(label(after)).toBe('Sức khỏe tâm thần');
  });

  it('a publication that was withdrawn while it worked stays withdrawn, and is not announced', async () => {
    const made = await published();
    await rename('Sức khỏe trẻ em');
    const stop = meanwhile(() => withdraw(made));
    try {
      await relabel();
    } finally {
      stop();
    }
    expect(await publication(made.identifier)).toMatchObject({
      status: 'withdrawn',
      withdrawReason: 'quality',
    });
    expect(await changes(made.identifier)).toEqual(['published', 'withdrawn']);
  });
});
