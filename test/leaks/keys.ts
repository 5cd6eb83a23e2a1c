import { describe, expect, it } from 'vitest';
import { createPortal } from '../../src/publishing/portals/create-portal';
import { givePortalKey } from '../../src/publishing/portals/give-portal-key';
import { inTransaction } from '../../src/platform/database/transaction';
import { DELIVERY } from './delivery-probes';
import type { Scene } from './scene';
import { STATES } from './states';
import { judge, tally } from './tally';

/** The licence of what the scene reserves, and one that opens nothing of it. */
const [THIS, OTHER] = ['CC-BY-4.0', 'HN-NOI-BO'];

interface Keys {
  named: string;
  other: string;
  replaced: string;
  closed: string;
}

async function give(scene: Scene): Promise<Keys> {
  const { payload } = scene.app;
  const make = async (name: string, licence: string) =>
    (await createPortal({ payload, name, licences: [licence] })).key;
  const idOf = async (name: string) => {
    const found = await payload.find({ collection: 'portals', where: { name: { equals: name } } });
    return String(found.docs[0]?.id);
  };
  const keys = {
    named: await make('A', THIS),
    other: await make('B', OTHER),
    replaced: await make('C', THIS),
    closed: await make('D', THIS),
  };
  const replaced = await idOf('C');
  await inTransaction({ payload }, (req) => givePortalKey(req, replaced));
  const data = { active: false };
  await payload.update({ collection: 'portals', id: await idOf('D'), data, depth: 0 });
  await scene.server.work();
  return keys;
}

/** What every address says of the reserved material to who shows this key. */
async function judgeKey(scene: Scene, key: string, sees: boolean): Promise<string[]> {
  const planted = scene.planted.reserved;
  const wrong: string[] = [];
  for (const probesOf of Object.values(DELIVERY)) {
    for (const { address } of probesOf(planted)) {
      const headers = { authorization: `Bearer ${key}` };
      const reply = await scene.server.ask(null, address, { headers });
      const text = reply.text + JSON.stringify([...reply.headers]);
      const where = `reserved: ${address} (${String(reply.status)})`;
      for (const canary of [planted.canary, planted.identifier ?? '', planted.filePublicId]) {
        if (sees || address.includes(canary)) continue;
        wrong.push(...judge({ where, text, canary, expected: 'hidden' }));
      }
      const cacheable = /public|s-maxage/.test(reply.headers.get('cache-control') ?? '');
      if (sees && cacheable && text.includes(planted.canary)) wrong.push(`public: ${where}`);
    }
  }
  return wrong;
}

/** Whatever a key opens, it opens of what is live and reserved for its portal, and of nothing else. */
async function judgeRest(scene: Scene, key: string): Promise<string[]> {
  const wrong: string[] = [];
  const hidden = STATES.filter(
    (state) => !['published', 'published_newer_draft', 'reinstated', 'reserved'].includes(state),
  );
  for (const state of hidden) {
    const planted = scene.planted[state];
    for (const probesOf of Object.values(DELIVERY)) {
      for (const { address } of probesOf(planted)) {
        const headers = { authorization: `Bearer ${key}` };
        const reply = await scene.server.ask(null, address, { headers });
        const where = `${state}: ${address} (${String(reply.status)})`;
        const canary = planted.open.canary;
        wrong.push(...judge({ where, text: reply.text, canary, expected: 'hidden' }));
      }
    }
  }
  return wrong;
}

export function describeKeys(scene: () => Scene): void {
  describe('the key of a portal', () => {
    it('opens what licences reserve for it to that portal alone, in every address', async () => {
      const keys = await give(scene());
      const { identifier, canary, filePublicId } = scene().planted.reserved;
      const ask = async (key: string, address: string) =>
        await scene().server.ask(null, address, { headers: { authorization: `Bearer ${key}` } });
      const item = `/v1/materials/${identifier ?? ''}`;
      tally.controls += 3;
      expect((await ask(keys.named, item)).text).toContain(canary);
      expect((await ask(keys.named, '/v1/materials?limit=100')).text).toContain(canary);
      expect((await ask(keys.named, `/v1/files/${filePublicId}`)).status).toBe(200);
      expect((await ask(keys.other, item)).status).toBe(404);
      expect((await ask(keys.replaced, item)).status).toBe(401);
      expect((await ask(keys.closed, item)).status).toBe(401);
      expect(await judgeKey(scene(), keys.named, true)).toEqual([]);
      for (const key of [keys.other, keys.replaced, keys.closed, 'kho_none']) {
        expect(await judgeKey(scene(), key, false)).toEqual([]);
      }
      expect(await judgeRest(scene(), keys.named)).toEqual([]);
    });
  });
}
