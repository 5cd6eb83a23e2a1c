import { DELIVERY } from '../delivery-probes';
import { judgeRoute as judgeDelivery } from '../delivery-routes';
import { SPECIALS, SPECIAL_CELLS } from '../specials';
import { judgePreviews } from '../intake-previews';
import type { Actor } from '../people';
import type { Scene } from '../scene';
import { ENDPOINTS } from '../staff-probes';
import { judgeRoute as judgeStaff } from '../staff-routes';
import { judgeUploads } from '../writes';

/** One question of the matrix; what it answers is what is wrong. */
export interface Cell {
  name: string;
  ask(scene: Scene): Promise<string[]>;
}

export const staffCell = (actor: Actor, route: string): Cell => ({
  name: `${actor}: ${route}`,
  ask: (scene) => judgeStaff(scene, actor, route),
});

const previewCell = (actor: Actor): Cell => ({
  name: `${actor}: previews`,
  ask: (scene) => judgePreviews(scene, actor),
});

const uploadCell = (actor: Actor, state: 'draft' | 'submitted'): Cell => ({
  name: `${actor}: upload to ${state}`,
  ask: (scene) => judgeUploads(scene, actor, scene.planted[state]),
});

/** Our own endpoints, asked by who is signed out. */
const strangersCell: Cell = {
  name: 'anonymous: every endpoint of ours',
  async ask(scene) {
    const wrong: string[] = [];
    const ours = Object.keys(ENDPOINTS).filter((route) => /staff|materials|password/.test(route));
    for (const route of ours.filter((one) => !/payload-|forgot|reset/.test(one))) {
      for (const probe of ENDPOINTS[route]?.(scene.planted.published) ?? []) {
        const { method = 'GET', address, body } = probe;
        const { status } = await scene.app.rest(null, method, address, body);
        if (status !== 401) wrong.push(`anonymous: ${method} ${route} answers ${String(status)}`);
      }
    }
    return wrong;
  },
};

const specialCell = (name: string): Cell => ({
  name,
  ask: async (scene) => (await SPECIAL_CELLS[name]?.(scene)) ?? ['no such cell'],
});

/** The cells that are asked when a guard in the code is gone, the nearest first. */
export function cellsOfGuards(): Cell[] {
  return [
    strangersCell,
    ...SPECIALS.map(specialCell),
    ...(['anonymous', 'own', 'other'] as const).map(previewCell),
    uploadCell('other', 'draft'),
    uploadCell('own', 'submitted'),
    ...Object.keys(ENDPOINTS)
      .filter((route) => route.startsWith('materials '))
      .map((route) => staffCell('other', route)),
    staffCell('other', 'materials'),
    ...cellsOfDelivery(),
  ];
}

export function cellsOfDelivery(): Cell[] {
  const ofStore = SPECIALS.filter((name) => /late/.test(name)).map(specialCell);
  const routes = Object.keys(DELIVERY)
    .filter((route) => !/openapi|docs|healthz|readyz|metrics|assets/.test(route))
    .map((route) => ({
      name: `anonymous: ${route}`,
      ask: (scene: Scene) => judgeDelivery(scene, 'anonymous', route),
    }));
  return [...ofStore, ...routes];
}
