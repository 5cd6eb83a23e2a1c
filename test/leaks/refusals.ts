import { describe, expect, it } from 'vitest';
import { COLLECTIONS, OPERATIONS, type Operation } from './expected';
import { STRANGERS, type Actor } from './people';
import type { Scene } from './scene';
import { tally } from './tally';

/** One of each role, and who is none of the staff. */
const ASKING: Record<string, Actor> = {
  contributor: 'own',
  manager: 'manager',
  editor: 'editor',
  auditor: 'auditor',
  administrator: 'administrator',
};

type Request = [method: string, address: string, body?: unknown];

/** How an operation is asked for without changing anything should it be allowed. */
function requestOf(scene: Scene, slug: string, operation: Operation): Request | undefined {
  const { config } = scene.app.payload.collections[slug as 'users'];
  if ((config.endpoints || []).length === 0) return undefined;
  const requests: Partial<Record<Operation, Request>> = {
    create: ['POST', `/api/${slug}`, {}],
    read: ['GET', `/api/${slug}`],
    update: ['PATCH', `/api/${slug}/none`, {}],
    delete: ['DELETE', `/api/${slug}/none`],
    ...(config.versions ? { readVersions: ['GET', `/api/${slug}/versions`] } : {}),
    ...(slug === 'users' ? { unlock: ['POST', '/api/users/unlock', { email: 'x@x.vn' }] } : {}),
  };
  return requests[operation];
}

/**
 * To whom an operation is not given it is refused as such: neither looked for, nor checked, nor done.
 */
export async function judgeRefusals(
  scene: Scene,
  slug: string,
  operation: Operation,
): Promise<string[]> {
  const request = requestOf(scene, slug, operation);
  if (!request) return [];
  const [method, address, body] = request;
  const given = (COLLECTIONS[slug]?.access[operation] ?? '').split(' ');
  const roles = Object.keys(ASKING).filter(
    (role) => !given.includes(role) && !given.includes(`${role}?`),
  );
  const wrong: string[] = [];
  for (const actor of [...roles.map((role) => ASKING[role] as Actor), ...STRANGERS]) {
    tally.cells += 1;
    const { status } = await scene.app.rest(scene.people[actor], method, address, body);
    if (![401, 403].includes(status)) {
      wrong.push(`${actor}: ${method} ${address} answers ${String(status)}`);
    }
  }
  return wrong;
}

/** An account is its person's and the administrator's. */
export async function judgeAccounts(scene: Scene): Promise<string[]> {
  const { app, people } = scene;
  const own = people.own;
  const address = `/api/users/${String(own?.id)}`;
  const wrong: string[] = [];
  for (const actor of ['other', 'manager', 'editor', 'auditor', 'anonymous'] as const) {
    tally.cells += 3;
    const list = await app.rest(people[actor], 'GET', '/api/users?limit=0&depth=2');
    if (JSON.stringify(list.body).includes(own?.email ?? ''))
      wrong.push(`${actor}: GET /api/users`);
    for (const [method, body] of [['GET'], ['PATCH', {}]] as const) {
      const { status } = await app.rest(people[actor], method, address, body);
      if (status < 400) wrong.push(`${actor}: ${method} ${address.replace(/[^/]+$/, ':id')}`);
    }
  }
  tally.controls += 1;
  const mine = await app.rest(own, 'GET', address);
  if (mine.status !== 200) wrong.push('their own account is hidden from its person');
  return wrong;
}

export function describeRefusals(scene: () => Scene): void {
  describe('an operation that is not given', () => {
    it.each(Object.keys(COLLECTIONS).filter((slug) => !slug.startsWith('payload-')))(
      'is refused before anything else is looked at: %s',
      async (slug) => {
        for (const operation of OPERATIONS) {
          expect(await judgeRefusals(scene(), slug, operation)).toEqual([]);
        }
      },
    );

    it('to an account is neither read nor written by anybody else', async () => {
      expect(await judgeAccounts(scene())).toEqual([]);
    });
  });
}
