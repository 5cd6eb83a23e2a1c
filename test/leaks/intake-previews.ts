import { describe, expect, it } from 'vitest';
import { ACTORS, STRANGERS, type Actor } from './people';
import { ghostOf, type Planted, type Scene } from './scene';
import { maySee, STATES } from './states';
import { judge, tally } from './tally';

/** Bytes and name of each have the canary in them; a picture has it in its name. */
const previews = ({ fileId, evidenceId }: Planted): string[] => [
  `/intake/files/${fileId}/content`,
  `/intake/files/${fileId}/thumbnail`,
  `/intake/evidence/${evidenceId}/content`,
];

/** Ways that lead nowhere: one kind's id in the other's address, and a picture of evidence. */
const nowhere = ({ fileId, evidenceId, filePublicId }: Planted): string[] => [
  `/intake/files/${evidenceId}/content`,
  `/intake/evidence/${fileId}/content`,
  `/intake/evidence/${evidenceId}/thumbnail`,
  `/intake/files/${filePublicId}/content`,
  `/intake/files/${fileId}`,
  `/intake/users/${fileId}/content`,
];

export async function judgePreviews(scene: Scene, actor: Actor): Promise<string[]> {
  const person = scene.people[actor];
  const wrong: string[] = [];
  for (const state of STATES) {
    const planted = scene.planted[state];
    const { canary } = planted;
    const sees = maySee(actor, state);
    const hidden = STRANGERS.includes(actor) ? 401 : 404;
    for (const address of previews(planted)) {
      const { status, text, headers } = await scene.server.ask(person, address);
      const where = `${state}: ${address} (${String(status)})`;
      if (status !== (sees ? 200 : hidden)) wrong.push(`status of ${where}`);
      const expected = sees ? 'shown' : 'hidden';
      wrong.push(...judge({ where, text: text + JSON.stringify([...headers]), canary, expected }));
    }
    for (const address of nowhere(planted)) {
      const { status, text } = await scene.server.ask(person, address);
      if (![401, 404].includes(status)) wrong.push(`status of ${state}: ${address}`);
      wrong.push(...judge({ where: address, text, canary, expected: 'hidden' }));
    }
  }
  return wrong;
}

export function describeIntakePreviews(scene: () => Scene): void {
  describe.each(ACTORS)('previews of what was uploaded, to %s', (actor) => {
    it('are the bytes of what they may see, and of nothing else', async () => {
      expect(await judgePreviews(scene(), actor)).toEqual([]);
    });

    it('tell nothing of what is hidden: it is as if it were not there', async () => {
      const person = scene().people[actor];
      for (const state of STATES.filter((one) => !maySee(actor, one))) {
        const planted = scene().planted[state];
        const ghost = ghostOf(planted);
        for (const [at, address] of previews(planted).entries()) {
          tally.cells += 1;
          const told = await scene().server.ask(person, address);
          const none = await scene().server.ask(person, previews(ghost)[at] ?? '');
          expect([told.status, told.text], address).toEqual([none.status, none.text]);
        }
      }
    });
  });
}
