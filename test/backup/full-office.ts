import { randomUUID } from 'node:crypto';
import type { TypedUser } from 'payload';
import { sealEvents } from '../../src/audit/seal';
import { getStorage } from '../../src/platform/storage/storage';
import { advance, completeMaterial, publishedMaterial } from '../factories/materials';
import type { TestApp } from '../helpers/app';

/** At least one record of every kind that an office has, in the states that are easily lost. */
export async function fillOffice(app: TestApp): Promise<{ editorEmail: string; fileKey: string }> {
  const { payload } = app;
  const author = await app.person('contributor', ['YT'], 'Lan');
  const editor = await app.person('editor');
  await app.token(editor);
  const published = await publishedMaterial(app, { author, editor });
  await twoLanguages(app, (await completeMaterial(app, { author })).id);
  await advance(app, published.id, [{ as: author, action: 'revise' }]);
  await payload.update({
    collection: 'materials',
    id: published.id,
    data: { title: 'Bản sửa đang làm' },
    user: author,
    overrideAccess: false,
    depth: 0,
  });
  await returned(app, author, editor);
  await sealEvents(payload);
  await inTheBin(app, (await completeMaterial(app, { author })).id);
  await inFlight(app, editor.id);
  await outside(app, published.identifier, editor.id);
  const fileKey = await derived(app, published.fileId);
  return { editorEmail: editor.email ?? '', fileKey };
}

async function returned(app: TestApp, author: TypedUser, editor: TypedUser): Promise<void> {
  const { id } = await completeMaterial(app, { author });
  await advance(app, id, [
    { as: author, action: 'submit' },
    { as: editor, action: 'claim' },
    { as: editor, action: 'return', reasons: ['quality'], comment: 'Ghi rõ người giữ quyền.' },
  ]);
}

async function twoLanguages({ payload }: TestApp, id: string): Promise<void> {
  const { docs } = await payload.find({ collection: 'files', limit: 1, depth: 0 });
  const file = docs[0]?.id ?? '';
  const items = [{ file, role: 'main' as const, caption: 'Chú thích', altText: 'Ảnh bữa ăn' }];
  // Nothing, where a column of SQLite has a default.
  const creators = [{ name: 'Khuyết danh', role: null }];
  const data = { items, creators, revision: 0 };
  await payload.update({ collection: 'materials', id, data, depth: 0 });
  const row = await payload.findByID({ collection: 'materials', id, depth: 0 });
  await payload.update({
    collection: 'materials',
    id,
    locale: 'en',
    data: {
      title: 'School meals',
      keywords: ['nutrition', 'pupils'],
      items: (row.items ?? []).map((item) => ({ ...item, caption: 'A caption' })),
      accessibility: { summary: 'Readable', modes: ['textual'] },
    },
    depth: 0,
  });
}

async function inTheBin({ payload }: TestApp, id: string): Promise<void> {
  const deletedAt = new Date().toISOString();
  await payload.update({ collection: 'materials', id, data: { deletedAt }, depth: 0 });
}

/** What a moment between two seconds holds: an unread word of the public, an effect under way. */
async function inFlight({ payload }: TestApp, user: string): Promise<void> {
  const receivedAt = new Date().toISOString();
  await payload.create({
    collection: 'inbox',
    data: { kind: 'ack', body: { since: null, empty: [], nested: { deep: {} } }, receivedAt },
  });
  await payload.create({
    collection: 'time-marks',
    data: { key: `expiring:${randomUUID()}:30`, at: receivedAt },
  });
  await payload.create({
    collection: 'outbox',
    data: {
      topic: 'mail',
      key: randomUUID(),
      data: { to: [] },
      status: 'pending',
      attempts: 3,
      availableAt: receivedAt,
      leaseUntil: receivedAt,
      leasedBy: 'worker-1',
      lastError: 'ETIMEDOUT',
    },
  });
  await payload.create({ collection: 'counters', data: { name: 'test', value: 41 } });
  await payload.db.upsert({
    collection: 'payload-preferences',
    data: { key: 'language', value: { lang: 'en' }, user: { relationTo: 'users', value: user } },
    where: { key: { equals: 'language' } },
    req: {},
  });
  await payload.kv.set('mark', { a: null, b: [] });
}

/** Portals and what they said, and somebody who complained. */
async function outside({ payload, licenceId }: TestApp, identifier: string, editor: string) {
  const at = new Date().toISOString();
  const licences = [await licenceId('HN-NOI-BO'), await licenceId('HN-XEM')];
  const { id: portal } = await payload.create({
    collection: 'portals',
    data: { name: 'Cổng học tập', licences, keyHash: 'ab'.repeat(32), keyHint: 'kho_abcd' },
  });
  await payload.create({
    collection: 'acknowledgements',
    data: { key: `${portal} ${identifier}`, portal, identifier, seq: 1, at },
  });
  await payload.create({
    collection: 'takedowns',
    data: {
      ...{ reference: 'td-0123456789ab', name: 'Bình', contact: 'binh@example.vn' },
      ...{ capacity: 'author', grounds: 'copyright', statement: 'Ảnh trang 4.\nCủa tôi.' },
      ...{ identifiers: [identifier, 'hl-0000000000'], withdrawn: [identifier], receivedAt: at },
      ...{ status: 'withdrawn_precautionary', withdrawnAt: at, withdrawnBy: editor },
      ...{ clocks: [{ code: 'decision', dueAt: at }], ruleVersion: 'x', dueAt: at, lang: 'vi' },
    },
  });
}

async function derived({ payload }: TestApp, id: string): Promise<string> {
  const { sha256, storageKey } = await payload.findByID({ collection: 'files', id, depth: 0 });
  const textKey = `derived/${sha256.slice(0, 2)}/${sha256}/text.txt`;
  await getStorage().putBytes(textKey, Buffer.from('Bữa ăn cân đối'), 'text/plain');
  await payload.db.updateOne({ collection: 'files', id, data: { textKey } });
  return storageKey;
}
