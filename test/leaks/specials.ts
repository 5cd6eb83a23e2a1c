import type { TypedUser } from 'payload';
import { describe, expect, it } from 'vitest';
import { makePdf } from '../intake/make-files';
import { TEST_PASSWORD } from '../helpers/app';
import { getEnv } from '../../src/platform/env';
import { openReadStore } from '../../src/publishing/read/open';
import { ghostOf, type Planted, type Scene } from './scene';
import { OPEN, STATES, type State } from './states';
import { tally } from './tally';

type Judge = (scene: Scene) => Promise<string[]>;

/** An answer with its status, where only one status is right. */
function unless(status: number, right: number[], what: string): string[] {
  tally.cells += 1;
  return right.includes(status) ? [] : [`${what} answers ${String(status)}`];
}

async function ownDraft({ app, people }: Scene): Promise<string> {
  const made = await app.rest(people.own, 'POST', '/api/materials', { title: 'Của mình' });
  return (made.body as { doc: { id: string } }).doc.id;
}

const pdf = () => ({
  method: 'POST',
  headers: { 'X-File-Name': 'leak.pdf', 'Content-Type': 'application/pdf' },
  body: new Uint8Array(makePdf(['leak'])),
});

/** An older version put back would bring its state and authors along. */
const restoring: Judge = async (scene) => {
  const id = await ownDraft(scene);
  const where = { parent: { equals: id } };
  const { docs } = await scene.app.payload.findVersions({
    collection: 'materials',
    where,
    depth: 0,
  });
  const address = `/api/materials/versions/${String(docs[0]?.id)}`;
  const { status } = await scene.app.rest(scene.people.own, 'POST', address, {});
  return unless(status, [405], 'own: POST /api/materials/versions/:id');
};

const suspended: Judge = async ({ app }) => {
  const person = await app.person('editor');
  const as = { collection: 'users', id: person.id, depth: 0 } as const;
  await app.payload.update({ ...as, data: { active: false } });
  const body = { email: person.email, password: TEST_PASSWORD };
  const { status } = await app.rest(null, 'POST', '/api/users/login', body);
  return unless(status, [401, 403], 'a suspended person: POST /api/users/login');
};

const forgotten: Judge = async ({ app, people }) => {
  const body = { email: people.own?.email };
  const { status } = await app.rest(null, 'POST', '/api/users/forgot-password', body);
  return unless(status, [403], 'anonymous: POST /api/users/forgot-password');
};

/** Another site's page sends the cookie along, but cannot say that it is ours. */
const crossSite: Judge = async ({ app, people, server }) => {
  const token = await app.token(people.own as TypedUser);
  const { headers, ...sent } = pdf();
  const from = { Cookie: `payload-token=${token}`, Origin: 'https://elsewhere.example' };
  const site = { 'Sec-Fetch-Site': 'cross-site' };
  const init = { ...sent, headers: { ...headers, ...from, ...site } };
  const { status } = await server.ask(null, '/intake/files', init);
  return unless(status, [403], 'own, from another site: POST /intake/files');
};

/** Found infected: not even its own people get the bytes. */
const infected: Judge = async ({ app, people, server, planted }) => {
  const { fileId } = planted.draft;
  const set = (verdict: 'infected' | 'not_scanned') =>
    app.payload.db.updateOne({ collection: 'files', id: fileId, data: { verdict } });
  await set('infected');
  const { status } = await server.ask(people.own, `/intake/files/${fileId}/content`);
  await set('not_scanned');
  return unless(status, [403], 'own: GET /intake/files/:id/content of an infected file');
};

const looseUpload: Judge = async ({ people, server }) => {
  const wrong: string[] = [];
  for (const actor of ['editor', 'auditor', 'nowhere'] as const) {
    const { status } = await server.ask(people[actor], '/intake/files', pdf());
    wrong.push(...unless(status, [403], `${actor}: POST /intake/files`));
  }
  return wrong;
};

/** What they see but may not change now is said to be locked, before a byte is stored. */
const lockedUpload: Judge = async ({ people, server, planted }) => {
  const address = `/intake/files?material=${planted.submitted.id}`;
  const { status } = await server.ask(people.own, address, pdf());
  return unless(status, [409], 'own: POST /intake/files to what is submitted');
};

const queueOfEditors: Judge = async ({ app, people }) => {
  const { status } = await app.rest(people.own, 'GET', '/api/staff/queue');
  return unless(status, [403], 'own: GET /api/staff/queue');
};

const healthOfTheSystem: Judge = async ({ app, people }) => {
  const { status } = await app.rest(people.own, 'GET', '/api/staff/health');
  return unless(status, [403], 'own: GET /api/staff/health');
};

const stepOfOthers: Judge = async (scene) => {
  const address = `/api/materials/${await ownDraft(scene)}/transition`;
  const { status } = await scene.app.rest(scene.people.own, 'POST', address, { action: 'claim' });
  return unless(status, [403], 'own: POST /api/materials/:id/transition claim');
};

async function taken(scene: Scene, into: string, from: Planted): Promise<string> {
  const body = { from: from.id, rights: true, papers: true, overwrite: true, preview: true };
  const address = `/api/materials/${into}/take-over`;
  const answer = await scene.app.rest(scene.people.other, 'POST', address, body);
  return `${String(answer.status)} ${JSON.stringify(answer.body)}`.replaceAll(from.id, '·');
}

const takenOver: Judge = async (scene) => {
  const { app, people, planted } = scene;
  const made = await app.rest(people.other, 'POST', '/api/materials', { title: 'Của nơi khác' });
  const { id } = (made.body as { doc: { id: string } }).doc;
  const told = await taken(scene, id, planted.submitted);
  tally.cells += 1;
  const known = await taken(scene, id, ghostOf(planted.submitted));
  return told === known ? [] : ['other: take-over tells a hidden material from none'];
};

/** Published to be looked at, not to be taken away. */
const viewOnly: Judge = async ({ app, server, planted }) => {
  const { identifier, open } = planted.published;
  const where = { identifier: { equals: identifier } };
  const found = await app.payload.find({ collection: 'publications', where, depth: 0 });
  const row = found.docs[0] as unknown as { id: string; snapshot: Record<string, unknown> };
  const set = async (download: boolean) => {
    const data = { snapshot: { ...row.snapshot, download } };
    await app.payload.db.updateOne({ collection: 'publications', id: row.id, data });
    await server.work();
  };
  await set(false);
  const wrong: string[] = [];
  for (const rest of ['', '/text']) {
    const { status } = await server.ask(null, `/v1/files/${open.filePublicId}${rest}`);
    wrong.push(
      ...unless(status, [403], `anonymous: GET /v1/files/:id${rest} of view-only material`),
    );
  }
  await set(true);
  return wrong;
};

/** `access/:id` says the same of what is hidden and of what is not there. */
const rightsOverHidden: Judge = async ({ app, people, planted }) => {
  const wrong: string[] = [];
  for (const id of [planted.submitted.id, planted.draft.id]) {
    const { status } = await app.rest(people.other, 'POST', `/api/materials/access/${id}`, {});
    wrong.push(...unless(status, [404], 'other: POST /api/materials/access/:id'));
  }
  return wrong;
};

/** Numbers of the house are for this machine, not for who comes through a proxy on it. */
const metrics: Judge = async ({ server }) => {
  const headers = { 'X-Forwarded-For': '203.0.113.9' };
  const { status } = await server.ask(null, '/metrics', { headers });
  return unless(status, [403], 'anonymous, from elsewhere: GET /metrics');
};

/** An index that is late may name what is gone, in hits and in suggestions: the store knows better. */
const lateIndex: Judge = async ({ planted }) => {
  const store = await openReadStore(getEnv().database);
  const known = Object.values(planted).flatMap(({ identifier }) => identifier ?? []);
  const titleOf = (state: State) => `${planted[state].open.clue} ${planted[state].open.canary}`;
  const found = await store.publications(known);
  const hidden = await store.hiddenTitles(STATES.map(titleOf));
  await store.close();
  tally.cells += known.length + STATES.length;
  const right = OPEN.map((state) => planted[state].identifier ?? '').sort();
  const gone = (['withdrawn', 'reserved'] as const).map(titleOf).sort();
  return [
    ...([...found.keys()].sort().join() === right.join() ? [] : ['a late hit would be shown']),
    ...([...hidden].sort().join() === gone.join() ? [] : ['a late suggestion would be shown']),
  ];
};

export const SPECIAL_CELLS: Record<string, Judge> = {
  'an older version is not put back': restoring,
  'a suspended person does not sign in': suspended,
  'nobody resets a password by mail': forgotten,
  "another site's page uploads nothing": crossSite,
  'an infected file is held back': infected,
  'who supplies nothing uploads nothing': looseUpload,
  'what is locked takes no upload': lockedUpload,
  'the queue is the editors’': queueOfEditors,
  'the health of the system is the administrators’ and auditors’': healthOfTheSystem,
  'a step is of its role': stepOfOthers,
  'nothing hidden is taken over': takenOver,
  'what is for viewing is not handed out': viewOnly,
  'metrics are for this machine': metrics,
  'a late hit of the search is not shown': lateIndex,
  'rights over what is hidden are rights over nothing': rightsOverHidden,
};
export const SPECIALS = Object.keys(SPECIAL_CELLS);

export function describeSpecials(scene: () => Scene): void {
  describe('besides', () => {
    it.each(SPECIALS)('%s', async (name) => {
      expect(await SPECIAL_CELLS[name]?.(scene())).toEqual([]);
    });
  });
}
