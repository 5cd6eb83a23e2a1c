import { describe, expect, it } from 'vitest';
import { createApi } from '../../src/delivery/api';
import type { Reply } from '../helpers/http';
import { DELIVERY, type DeliveryProbe } from './delivery-probes';
import { ACTORS, type Actor } from './people';
import { ghostOf, type Planted, type Scene } from './scene';
import { GONE, OPEN, STATES } from './states';
import { judge, tally } from './tally';

/** What no address may answer with, by the state of the material. */
function secretsOf(planted: Planted): string[] {
  const { state, canary, filePublicId, identifier, open } = planted;
  const isOpen = OPEN.includes(state);
  const isKnown = isOpen || GONE.includes(state);
  return [
    ...[planted.id, planted.rightsId, planted.fileId, planted.evidenceId],
    ...(isOpen ? [] : [open.canary, open.filePublicId]),
    ...(canary === open.canary ? [] : [canary, filePublicId]),
    ...(identifier && !isKnown ? [identifier] : []),
  ];
}

const written = ({ text, headers }: Reply) => text + JSON.stringify([...headers]);

/** An answer without what its question said: so one nobody can be told from another. */
function faceless(reply: Reply, planted: Planted): string {
  const { id, identifier, open, clue } = planted;
  const said = [id, identifier ?? id, open.filePublicId, planted.filePublicId];
  const more = [planted.fileId, planted.evidenceId, open.clue, open.clue.slice(0, 6), clue];
  return [...said, ...more].reduce((left, word) => left.replaceAll(word, '·'), reply.text);
}

function expectedStatus({ kind }: DeliveryProbe, { state }: Planted): number[] {
  if (kind === 'list') return [200, 302];
  if (kind === 'nothing') return [404];
  return OPEN.includes(state) ? [200] : GONE.includes(state) ? [410] : [404];
}

/** What the answer is to show of a public material: the proof that it could. */
function controlOf(probe: DeliveryProbe, planted: Planted): string | undefined {
  if (probe.kind === 'nothing' || !OPEN.includes(planted.state)) return undefined;
  const { shows = 'canary' } = probe;
  if (shows === 'nothing') return undefined;
  return shows === 'canary' ? planted.open.canary : (planted.identifier ?? '');
}

function judgeAnswer(probe: DeliveryProbe, planted: Planted, reply: Reply): string[] {
  const where = `${planted.state}: ${probe.address} (${String(reply.status)})`;
  const text = written(reply);
  // What the question said may be said back.
  const secrets = secretsOf(planted).filter((secret) => !probe.address.includes(secret));
  const wrong = secrets.flatMap((canary) => judge({ where, text, canary, expected: 'hidden' }));
  if (!expectedStatus(probe, planted).includes(reply.status)) wrong.push(`status of ${where}`);
  const control = controlOf(probe, planted);
  if (control) wrong.push(...judge({ where, text, canary: control, expected: 'shown' }));
  if (probe.total !== undefined) {
    tally.controls += 1;
    const { total } = JSON.parse(reply.text) as { total: number };
    if (total !== probe.total) wrong.push(`counts ${String(total)}: ${where}`);
  }
  return wrong;
}

/** Whoever asks for what is not public is told what they are told of nothing. */
function judgeSilence(
  probe: DeliveryProbe,
  { planted, reply }: { planted: Planted; reply: Reply },
  { ghost, none }: { ghost: Planted; none: Reply },
): string[] {
  if (OPEN.includes(planted.state) || GONE.includes(planted.state)) return [];
  tally.cells += 1;
  const [told, known] = [faceless(reply, planted), faceless(none, ghost)];
  const moving = probe.address === '/metrics';
  const same = moving || (told === known && reply.status === none.status);
  return same ? [] : [`told apart from nothing: ${planted.state}: ${probe.address}`];
}

export async function judgeRoute(scene: Scene, actor: Actor, route: string): Promise<string[]> {
  const probesOf = DELIVERY[route];
  if (!probesOf) return [`no probes for ${route}`];
  const known = new Map<string, Promise<Reply>>();
  const ask = (address: string) => {
    const reply = known.get(address) ?? scene.server.ask(scene.people[actor], address);
    known.set(address, reply);
    return reply;
  };
  const ghost = ghostOf(scene.planted.draft);
  const nothing = probesOf(ghost);
  const wrong: string[] = [];
  for (const state of STATES) {
    const planted = scene.planted[state];
    for (const [at, probe] of probesOf(planted).entries()) {
      const reply = await ask(probe.address);
      wrong.push(...judgeAnswer(probe, planted, reply));
      const none = await ask(nothing[at]?.address ?? probe.address);
      wrong.push(...judgeSilence(probe, { planted, reply }, { ghost, none }));
    }
  }
  return wrong;
}

export function describeDeliveryRoutes(scene: () => Scene): void {
  describe('the routes of the public side', () => {
    it('are all known, with how a material might show through them', () => {
      const routes = createApi().routes.map(({ path }) => path);
      const expected = Object.keys(DELIVERY).filter((path) => path !== '/metrics');
      expect([...new Set(routes)].sort()).toEqual(expected.sort());
    });
  });

  // A token or a cookie of the staff side changes nothing here, and a ready answer is the same to all.
  describe.each([...ACTORS].reverse())('by the routes of the public side, %s', (actor) => {
    it.each(Object.keys(DELIVERY))('sees what is public and nothing else: %s', async (route) => {
      expect(await judgeRoute(scene(), actor, route)).toEqual([]);
    });
  });
}
