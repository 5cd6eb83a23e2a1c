import { describe, expect, it } from 'vitest';
import { ACTORS, OFFICE, STRANGERS, type Actor } from './people';
import type { Scene } from './scene';
import { GONE, LIVE, maySee, STATES, TAB } from './states';
import { tally } from './tally';

/** In each number of the screens: what this person may see and nothing more. */
function expectedCounts(actor: Actor) {
  const visible = STATES.filter((state) => maySee(actor, state));
  const live = visible.filter((state) => LIVE.includes(state)).length;
  const withdrawn = visible.filter((state) => GONE.includes(state)).length;
  const inTab = (tab: string) => visible.filter((state) => TAB[state] === tab).length;
  const total = visible.length - inTab('bin');
  return {
    home: { drafts: inTab('draft'), published: live, withdrawn, total },
    list: {
      ...Object.fromEntries(Object.values(TAB).map((tab) => [tab, inTab(tab)])),
      live,
      withdrawn,
    },
    queue: { mine: 0, overdue: 0, unclaimed: inTab('submitted'), approved: inTab('approved') },
    office: OFFICE.includes(actor) || actor === 'administrator',
  };
}

export function describeCounts(scene: () => Scene): void {
  describe.each(ACTORS)('the numbers on the screens of %s', (actor) => {
    const ask = async (address: string, refused?: number) => {
      tally.cells += 1;
      const { status, body } = await scene().app.rest(scene().people[actor], 'GET', address);
      expect(status).toBe(STRANGERS.includes(actor) ? 401 : (refused ?? 200));
      return body as { counts?: unknown; queue?: unknown };
    };

    it('count what they may see', async () => {
      const expected = expectedCounts(actor);
      const home = await ask('/api/staff/home');
      const list = await ask('/api/staff/materials');
      const queue = await ask('/api/staff/queue', expected.office ? undefined : 403);
      if (STRANGERS.includes(actor)) {
        expect([home.counts, list.counts, queue.counts]).toEqual([undefined, undefined, undefined]);
        return;
      }
      tally.controls += 3;
      expect(home.counts).toEqual(expected.home);
      expect(home.queue).toEqual(expected.office ? expected.queue : null);
      expect(list.counts).toEqual(expected.list);
      expect(queue.counts).toEqual(expected.office ? expected.queue : undefined);
    });
  });
}
