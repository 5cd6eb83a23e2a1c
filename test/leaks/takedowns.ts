import { describe, expect, it } from 'vitest';
import { DELIVERY } from './delivery-probes';
import { ACTORS, type Actor } from './people';
import type { Scene } from './scene';
import { judge, tally } from './tally';

const READERS: readonly Actor[] = ['editor', 'auditor', 'administrator'];
/** In everything somebody says of themselves when they complain. */
const CANARY = 'wvkqzxjhtmbd';

async function complain(scene: Scene): Promise<string> {
  const { identifier } = scene.planted.published;
  const reply = await scene.server.ask(null, '/v1/takedowns', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      identifiers: [identifier],
      name: CANARY,
      contact: `${CANARY}@example.vn`,
      capacity: 'author',
      grounds: 'copyright',
      statement: `Tôi là ${CANARY}, tác giả.`,
    }),
  });
  expect(reply.status).toBe(202);
  await scene.server.work();
  const found = await scene.app.payload.find({
    collection: 'takedowns',
    where: { name: { equals: CANARY } },
  });
  return String(found.docs[0]?.id);
}

const addressesOf = (id: string, materialId: string): string[] => [
  ...['/api/takedowns?limit=0&depth=3', `/api/takedowns/${id}`, '/api/takedowns/count'],
  ...[`/api/takedowns?where[name][like]=${CANARY}`, `/api/takedowns?sort=contact`],
  ...['/api/staff/takedowns', `/api/staff/takedowns/${id}`, '/api/staff/home'],
  ...['/api/inbox?limit=0', '/api/outbox?limit=0', '/api/audit-events?limit=0'],
  ...[`/api/materials/${materialId}/workbench`, '/api/reviews?limit=0&depth=3'],
];
const IN_FULL = (id: string) => [`/api/staff/takedowns/${id}`, `/api/takedowns/${id}`];

export function describeTakedowns(scene: () => Scene): void {
  describe('who complains', () => {
    it('is seen by editors, auditors and administrators, and by nobody else', async () => {
      const id = await complain(scene());
      const { id: materialId, open } = scene().planted.published;
      const wrong: string[] = [];
      for (const actor of ACTORS) {
        const user = scene().people[actor];
        for (const address of addressesOf(id, materialId)) {
          const { body } = await scene().app.rest(user, 'GET', address);
          const text = JSON.stringify(body);
          const where = `${actor}: ${address}`;
          if (!READERS.includes(actor)) {
            wrong.push(...judge({ where, text, canary: CANARY, expected: 'hidden' }));
          } else if (IN_FULL(id).includes(address)) {
            wrong.push(...judge({ where, text, canary: CANARY, expected: 'shown' }));
          }
        }
      }
      for (const probesOf of Object.values(DELIVERY)) {
        for (const { address } of probesOf({ ...scene().planted.published, open })) {
          const { text } = await scene().server.ask(null, address);
          wrong.push(...judge({ where: address, text, canary: CANARY, expected: 'hidden' }));
        }
      }
      tally.cells += 1;
      expect(wrong).toEqual([]);
    });
  });
}
