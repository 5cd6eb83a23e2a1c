import type { TypedUser } from 'payload';
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../src/review/states';
import { COLLECTIONS, OPERATIONS, type Operation } from './expected';
import { ACTORS, STRANGERS, type Actor } from './people';
import type { Scene } from './scene';
import { maySee, STATES } from './states';
import { judge, tally } from './tally';

type Rule = (args: unknown) => unknown;
type Ruled = { access: Partial<Record<Operation, Rule>> };

/** The whole of every collection, all that Payload's query language can add to it. */
const LISTS = [
  '?limit=100',
  '?limit=0&depth=3&trash=true&locale=all&draft=true',
  '?limit=0&depth=2&trash=true&populate[materials][title]=true&populate[users][email]=true',
  '/versions?limit=0&depth=3&locale=all',
];

function slugs(scene: Scene): string[] {
  return scene.app.payload.config.collections.map(({ slug }) => slug);
}

export async function answerOf(rule: Rule | undefined, scene: Scene, role: Role | undefined) {
  if (!rule) return 'unsaid';
  const user = { id: 'x', collection: 'users', departments: ['x'], active: true, role };
  const req = { user, payload: scene.app.payload, context: {} };
  return await rule({ req, data: {} });
}

/** `contributor? administrator`: as the table says it. */
export async function rolesOf(rule: Rule | undefined, scene: Scene): Promise<string> {
  if (!rule) return 'unsaid';
  const names: string[] = [];
  for (const role of ROLES) {
    tally.cells += 1;
    const answer = await answerOf(rule, scene, role);
    if (answer !== false) names.push(answer === true ? role : `${role}?`);
  }
  return names.join(' ');
}

export function describeCollections(scene: () => Scene): void {
  describe('every collection', () => {
    it('has its expectation written down', () => {
      expect(slugs(scene()).sort()).toEqual(Object.keys(COLLECTIONS).sort());
      expect(scene().app.payload.config.globals).toEqual([]);
    });

    it('gives each operation to the roles of the table and to no other', async () => {
      for (const { slug, access } of scene().app.payload.config.collections) {
        const { access: rules } = { access } as unknown as Ruled;
        for (const operation of OPERATIONS) {
          const wanted = COLLECTIONS[slug]?.access[operation] ?? '';
          const found = await rolesOf(rules[operation], scene());
          expect(found, `${slug}.${operation}`).toBe(wanted);
        }
      }
    });

    it('of ours opens no operation to somebody of whom only the sign-in is known', async () => {
      const open: string[] = [];
      for (const { slug, access } of scene().app.payload.config.collections) {
        if (slug.startsWith('payload-')) continue;
        for (const operation of OPERATIONS) {
          tally.cells += 1;
          const rule = (access as unknown as Ruled['access'])[operation];
          const answer = await answerOf(rule, scene(), undefined);
          if (answer !== false) open.push(`${slug}.${operation}`);
        }
      }
      expect(open).toEqual([]);
    });

    it('gives nothing to a stranger, by any operation', async () => {
      const open: string[] = [];
      for (const stranger of STRANGERS) {
        for (const slug of slugs(scene())) {
          open.push(...(await openTo(scene(), stranger, slug)));
        }
      }
      expect(open).toEqual([]);
    });
  });

  describe.each(ACTORS)('the lists, to %s', (actor) => {
    it('show of each material what they may see of it, and nothing of any other', async () => {
      const wrong: string[] = [];
      for (const slug of slugs(scene())) {
        for (const list of LISTS) {
          const text = await read(scene(), actor, `/api/${slug}${list}`);
          wrong.push(...judgeList(scene(), { actor, slug, list, text }));
        }
      }
      expect(wrong).toEqual([]);
    });
  });
}

async function read(scene: Scene, actor: Actor, address: string): Promise<string> {
  const { body, headers } = await scene.app.rest(scene.people[actor], 'GET', address);
  return JSON.stringify(body) + JSON.stringify([...headers]);
}

function judgeList(
  scene: Scene,
  { actor, slug, list, text }: { actor: Actor; slug: string; list: string; text: string },
): string[] {
  const shows = COLLECTIONS[slug]?.shows ?? 'never';
  return STATES.flatMap((state) => {
    const inVersions = list.startsWith('/versions');
    const here = inVersions
      ? slug === 'materials' && !['editor', 'auditor'].includes(actor)
      : shows !== 'never' && shows(state) && !(state === 'bin' && hidesBin(slug, list));
    const { canary } = scene.planted[state];
    const expected = maySee(actor, state) && here ? 'shown' : 'hidden';
    return judge({ where: `${state}: /api/${slug}${list}`, text, canary, expected });
  });
}

/** What is in the bin is listed only when it is asked for. */
function hidesBin(slug: string, list: string): boolean {
  return slug === 'materials' && !list.includes('trash=true');
}

async function openTo(scene: Scene, stranger: Actor, slug: string): Promise<string[]> {
  const sent = { title: 'x', name: 'x', email: 'x@example.vn', password: 'xxxxxxxxxxxx' };
  const tries: [method: string, address: string, body?: unknown][] = [
    ['GET', `/api/${slug}`],
    ['GET', `/api/${slug}/count`],
    ['GET', `/api/${slug}/versions`],
    ['GET', `/api/${slug}/versions/none`],
    ['GET', `/api/${slug}/none`],
    ['POST', `/api/${slug}`, sent],
    ['POST', `/api/${slug}/none`, { value: 'x' }],
    ['POST', `/api/${slug}/none/duplicate`, {}],
    ['POST', `/api/${slug}/versions/none`, {}],
    ['PATCH', `/api/${slug}/none`, { title: 'x' }],
    ['PATCH', `/api/${slug}?where[id][exists]=true`, { title: 'x' }],
    ['DELETE', `/api/${slug}/none`],
    ['DELETE', `/api/${slug}?where[id][exists]=true`],
  ];
  const open: string[] = [];
  const person: TypedUser | null = scene.people[stranger];
  for (const [method, address, body] of tries) {
    tally.cells += 1;
    const answer = await scene.app.rest(person, method, address, body);
    // A preference is asked for by key and is always one's own: a stranger has none.
    const ownNone = slug === 'payload-preferences' && noPreference(answer.body);
    if (answer.status < 400 && !ownNone) open.push(`${stranger}: ${method} ${address}`);
  }
  return open;
}

function noPreference(body: unknown): boolean {
  return !JSON.stringify(body ?? null).includes('"user"');
}
