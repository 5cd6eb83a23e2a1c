import { describe, expect, it } from 'vitest';
import { ACTORS, type Actor } from './people';
import { ghostOf, type Planted, type Scene } from './scene';
import { maySee, STATES } from './states';
import { judge } from './tally';

/** A blank draft of the actor's own; for who writes none, one that is not theirs. */
async function target(scene: Scene, actor: Actor): Promise<{ id: string; own: boolean }> {
  const { people, planted, app } = scene;
  const department = await app.departmentId(actor.startsWith('other') ? 'TP' : 'NNMT');
  const made = await app.rest(people[actor], 'POST', '/api/materials', { department });
  if (made.status !== 201) return { id: planted.draft.id, own: false };
  return { id: (made.body as { doc: { id: string } }).doc.id, own: true };
}

async function take(scene: Scene, actor: Actor, into: string, from: Planted): Promise<string> {
  const { status, body } = await scene.app.rest(
    scene.people[actor],
    'POST',
    `/api/materials/${into}/take-over`,
    { from: from.id, rights: true, papers: true, overwrite: true, preview: true },
  );
  return `${String(status)} ${JSON.stringify(body)}`.replaceAll(from.id, '·');
}

/** A draft can be filled in with what another material says: with what its writer sees, that is. */
export function describeTakingOver(scene: () => Scene): void {
  describe('taking over what another material says', () => {
    it.each(ACTORS)('%s takes nothing they may not see', async (actor) => {
      const into = await target(scene(), actor);
      const nothing = await take(scene(), actor, into.id, ghostOf(scene().planted.draft));
      const wrong: string[] = [];
      for (const state of STATES) {
        const planted = scene().planted[state];
        const text = await take(scene(), actor, into.id, planted);
        const shows = into.own && maySee(actor, state) && state !== 'bin';
        const expected = shows ? 'shown' : 'hidden';
        wrong.push(...judge({ where: state, text, canary: planted.canary, expected }));
        if (!maySee(actor, state) && text !== nothing) wrong.push(`told from nothing: ${text}`);
      }
      expect(wrong).toEqual([]);
      if (into.own) {
        const address = `/api/materials/${into.id}`;
        const away = await scene().app.rest(scene().people[actor], 'DELETE', address);
        expect(away.status).toBe(200);
      }
    });
  });
}
