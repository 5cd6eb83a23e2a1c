import { beforeAll, describe, expect, it } from 'vitest';
import { makePdf } from '../intake/make-files';
import { ACTORS, type Actor } from './people';
import type { Planted, Scene } from './scene';
import { maySee, mayWrite, STATES } from './states';
import { tally } from './tally';

type Try = [method: string, address: string, body?: unknown];

/** Every way in which a working copy and its parts could be changed past the workflow. */
function tries(planted: Planted): Try[] {
  const { id, rightsId, fileId, evidenceId, versionId, reviewId } = planted;
  const now = new Date().toISOString();
  const only = `where[id][equals]=${id}`;
  return [
    ['PATCH', `/api/materials/${id}`, { place: 'leak' }],
    ['PATCH', `/api/materials/${id}?trash=true&draft=true`, { place: 'leak' }],
    ['PATCH', `/api/materials/${id}`, { deletedAt: now }],
    ['PATCH', `/api/materials/${id}?trash=true`, { deletedAt: null, place: 'leak' }],
    ['PATCH', `/api/materials?${only}`, { place: 'leak' }],
    ['PATCH', `/api/materials?${only}&trash=true`, { place: 'leak' }],
    ['DELETE', `/api/materials/${id}`],
    ['DELETE', `/api/materials/${id}?trash=true`],
    ['DELETE', `/api/materials?${only}`],
    ['POST', `/api/materials/${id}/duplicate`, {}],
    ['POST', `/api/materials/versions/${versionId}`, {}],
    ['PATCH', `/api/rights-records/${rightsId}`, { territory: 'leak' }],
    ['PATCH', `/api/rights-records?where[material][equals]=${id}`, { territory: 'leak' }],
    ['DELETE', `/api/rights-records/${rightsId}`],
    ['POST', '/api/rights-records', { material: id, component: 'leak' }],
    ['PATCH', `/api/files/${fileId}`, { name: 'leak' }],
    ['DELETE', `/api/files/${fileId}`],
    ['POST', '/api/files', { material: id, name: 'leak' }],
    ['PATCH', `/api/evidence/${evidenceId}`, { name: 'leak' }],
    ['DELETE', `/api/evidence/${evidenceId}`],
    ['POST', '/api/evidence', { material: id, rights: rightsId, name: 'leak' }],
    ['PATCH', `/api/reviews/${reviewId}`, { comment: 'leak' }],
    ['DELETE', `/api/reviews/${reviewId}`],
    ['POST', '/api/reviews', { material: id, action: 'approve', at: now }],
  ];
}

/** A material and its parts as they are stored. */
async function stored(scene: Scene, { id }: Planted): Promise<unknown[]> {
  const { payload } = scene.app;
  const parts: unknown[] = [
    await payload.findByID({ collection: 'materials', id, depth: 0, trash: true, locale: 'all' }),
  ];
  for (const collection of ['rights-records', 'files', 'evidence', 'reviews'] as const) {
    const where = { material: { equals: id } };
    const { docs } = await payload.find({ collection, where, depth: 0, pagination: false });
    parts.push(docs);
  }
  return parts;
}

async function storedAll(scene: Scene): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const state of STATES) all.push(await stored(scene, scene.planted[state]));
  return all;
}

async function judgeWrites(scene: Scene, actor: Actor): Promise<string[]> {
  const person = scene.people[actor];
  const wrong: string[] = [];
  for (const state of STATES.filter((one) => !mayWrite(actor, one))) {
    const planted = scene.planted[state];
    for (const [method, address, body] of tries(planted)) {
      tally.cells += 1;
      const { status, body: answer } = await scene.app.rest(person, method, address, body);
      if (status < 400 && !didNothing(answer)) {
        wrong.push(`${state}: ${method} ${address} (${String(status)})`);
      }
    }
    wrong.push(...(await judgeUploads(scene, actor, planted)));
  }
  return wrong;
}

/** Many at once: those that may not be are passed over. */
function didNothing(answer: unknown): boolean {
  const { docs } = answer as { docs?: unknown[] };
  return docs?.length === 0;
}

/** A file or a paper put on what one may not write. */
export async function judgeUploads(
  scene: Scene,
  actor: Actor,
  planted: Planted,
): Promise<string[]> {
  const { state, id, rightsId } = planted;
  const headers = { 'X-File-Name': 'leak.pdf', 'Content-Type': 'application/pdf' };
  const body = new Uint8Array(makePdf(['leak']));
  const wrong: string[] = [];
  for (const address of [`/intake/files?material=${id}`, `/intake/evidence?rights=${rightsId}`]) {
    tally.cells += 1;
    const sent = { method: 'POST', headers, body };
    const { status } = await scene.server.ask(scene.people[actor], address, sent);
    const told = !maySee(actor, state) && ![401, 404].includes(status);
    if (status < 400 || told) wrong.push(`${state}: POST ${address} (${String(status)})`);
  }
  return wrong;
}

export function describeWrites(scene: () => Scene): void {
  describe('writing', () => {
    let before: unknown[];
    beforeAll(async () => {
      before = await storedAll(scene());
    });

    it.each(ACTORS)('changes nothing that is not theirs to change: %s', async (actor) => {
      expect(await judgeWrites(scene(), actor)).toEqual([]);
      expect(await storedAll(scene())).toEqual(before);
    });
  });

  describe('an account', () => {
    it('is not made, reset or unlocked by a stranger', async () => {
      const account = {
        email: 'ai-do@example.vn',
        password: 'mot-mat-khau-dai',
        role: 'administrator',
        token: 'x',
      };
      for (const path of [
        'first-register',
        'forgot-password',
        'reset-password',
        'unlock',
        'password',
        'verify/x',
      ]) {
        tally.cells += 1;
        const answer = await scene().app.rest(null, 'POST', `/api/users/${path}`, account);
        expect(answer.status, path).toBeGreaterThanOrEqual(400);
      }
    });
  });
}
