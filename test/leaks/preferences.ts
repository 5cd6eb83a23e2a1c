import type { TypedUser } from 'payload';
import { beforeAll, describe, expect, it } from 'vitest';
import { ACTORS } from './people';
import type { Scene } from './scene';
import { tally } from './tally';

const SLUG = '/api/payload-preferences';
const CANARY = 'canaryofpreference';
const KEY = 'materials-list';

interface Preference {
  id: string;
  key: string;
  value: unknown;
  user: { relationTo: string; value: string };
}

/** Payload keeps in them what a person set on their screens: each person's own and nobody else's. */
export function describePreferences(scene: () => Scene): void {
  describe('preferences', () => {
    let owner: TypedUser;
    let id: string;

    const stored = async (): Promise<Preference[]> => {
      const found = await scene().app.payload.find({
        collection: 'payload-preferences',
        where: { key: { equals: KEY } },
        depth: 0,
        pagination: false,
      });
      return found.docs as unknown as Preference[];
    };

    beforeAll(async () => {
      owner = await scene().app.person('contributor', ['NNMT']);
      const written = await scene().app.rest(owner, 'POST', `${SLUG}/${KEY}`, { value: CANARY });
      expect(written.status).toBe(200);
      const [one] = await stored();
      id = one?.id ?? '';
    });

    it('are shown to their owner', async () => {
      for (const address of [SLUG, `${SLUG}/${KEY}`, `${SLUG}?where[key][equals]=${KEY}`]) {
        tally.cells += 1;
        tally.controls += 1;
        const { body } = await scene().app.rest(owner, 'GET', address);
        expect(JSON.stringify(body), address).toContain(CANARY);
      }
    });

    it.each(ACTORS)('are neither shown to nor written by anybody else: %s', async (actor) => {
      const person = scene().people[actor];
      const before = await stored();
      const user = { relationTo: 'users', value: owner.id };
      const value = 'leak';
      for (const [method, address, body] of [
        ['GET', SLUG],
        ['GET', `${SLUG}?depth=2&limit=0`],
        ['GET', `${SLUG}/${KEY}`],
        ['GET', `${SLUG}?where[user.value][equals]=${owner.id}`],
        ['GET', `${SLUG}/count?where[value][like]=${CANARY}`],
        ['PATCH', `${SLUG}/${id}`, { value }],
        ['PATCH', `${SLUG}?where[key][equals]=${KEY}`, { value }],
        ['DELETE', `${SLUG}/${id}`],
        ['DELETE', `${SLUG}/${KEY}`],
        ['DELETE', `${SLUG}?where[key][equals]=${KEY}`],
      ] as [string, string, unknown?][]) {
        tally.cells += 1;
        const answer = await scene().app.rest(person, method, address, body);
        const text = JSON.stringify(answer.body);
        expect(text, `${method} ${address}`).not.toContain(CANARY);
        expect((answer.body as { totalDocs?: number } | null)?.totalDocs ?? 0, address).toBe(0);
      }
      // What is written in another's name becomes one's own, or nobody's.
      await scene().app.rest(person, 'POST', SLUG, { key: KEY, value, user });
      await scene().app.rest(person, 'POST', `${SLUG}/${KEY}`, { value, user });
      const after = await stored();
      expect(after.filter((one) => one.user.value === owner.id)).toEqual(before);
      if (!person) expect(after).toEqual(before);
      await scene().app.payload.delete({
        collection: 'payload-preferences',
        where: { and: [{ key: { equals: KEY } }, { id: { not_equals: id } }] },
      });
    });
  });
}
