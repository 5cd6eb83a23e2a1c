import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getStorage } from '../../src/platform/storage/storage';
import { runOutbox } from '../../src/platform/worker/run-outbox';
import { createHandlers } from '../../src/processes/handlers';
import type { SearchReader, SearchWriter } from '../../src/search/port';
import { advance, publishedMaterial } from '../factories/materials';
import { startApp, type TestApp } from '../helpers/app';
import { searchQuery } from './documents';
import { openTestSearch, type TestSearch } from './open-search';

let app: TestApp;
let search: TestSearch;
let writer: SearchWriter;
let reader: SearchReader;
let identifier: string;

beforeAll(async () => {
  app = await startApp();
  search = await openTestSearch();
  ({ writer, reader } = search);
  const author = await app.person('contributor', ['YT']);
  const editor = await app.person('editor');
  ({ identifier } = await publishedMaterial(app, { author, editor }));
  await work();
}, 120_000);
afterAll(async () => {
  await search.close();
  await app.close();
});

/** The worker, until nothing waits. */
async function work(): Promise<void> {
  const handlers = createHandlers({
    payload: app.payload,
    storage: getStorage(),
    writer,
    processingThread: new URL('file:///none'),
  });
  // Reading files and mail are not this test's affair.
  const done = () => Promise.resolve();
  const own = { ...handlers, 'file.derive': done, 'mail.send': done };
  while ((await runOutbox({ payload: app.payload, handlers: own })) > 0);
}

const found = async (q: string) =>
  (await reader.search(searchQuery({ q }))).hits.map((hit) => hit.identifier);

describe('a published material is found by the names of what it is filed under', () => {
  it('those of its subject, type and department, in both languages', async () => {
    for (const q of ['Sức khỏe và dinh dưỡng', 'tờ rơi', 'Sở Y tế', 'Department of Health']) {
      expect(await found(q), q).toEqual([identifier]);
    }
  });

  it('a new name as soon as the worker has heard of it, the old one no more', async () => {
    const id = await app.departmentId('YT');
    await app.payload.update({ collection: 'departments', id, data: { name: 'Sở Quokka' } });
    await work();
    expect(await found('Sở Quokka')).toEqual([identifier]);
    expect(await found('"Sở Y tế"')).toEqual([]);
  });

  it('an alternative label, which changes nothing that is shown', async () => {
    const id = await app.termId('subjects', 'suc-khoe-va-dinh-duong');
    const changes = async () => (await app.payload.count({ collection: 'changes' })).totalDocs;
    const before = await changes();
    await app.payload.update({ collection: 'terms', id, data: { altLabels: ['ăn uống wombat'] } });
    await work();
    expect(await found('wombat')).toEqual([identifier]);
    expect(await changes()).toBe(before);
    await writer.rebuild((async function* () {})());
    expect(await found('wombat')).toEqual([]);
  });
});

describe('what the world may not see any more', () => {
  it('leaves the index with its withdrawal, and comes back with its reinstatement', async () => {
    const author = await app.person('contributor', ['GDDT']);
    const editor = await app.person('editor');
    const made = await publishedMaterial(app, {
      author,
      editor,
      department: 'GDDT',
      title: 'Quỳnh hương nở đêm',
    });
    await work();
    const inIndex = async () => (await reader.health()).documents;
    expect(await found('quynh huong')).toEqual([made.identifier]);
    const before = await inIndex();
    await advance(app, made.id, [{ as: editor, action: 'withdraw', reasons: ['quality'] }]);
    await work();
    expect(await found('quynh huong')).toEqual([]);
    expect(await inIndex()).toBe(before - 1);
    await advance(app, made.id, [{ as: editor, action: 'reinstate' }]);
    await work();
    expect(await found('quynh huong')).toEqual([made.identifier]);
  });
});
