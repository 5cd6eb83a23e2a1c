import { describe, expect, it } from 'vitest';
import { logTo } from '../../src/platform/logger';
import { TEST_PASSWORD } from '../helpers/app';
import type { Scene } from './scene';
import { OPEN, STATES } from './states';
import { tally } from './tally';

let lines = '';

/** From now on what the house logs, at every level, is kept for the last look of the matrix. */
export function keepLogs(): void {
  logTo({
    write(line: string) {
      lines += line;
    },
  });
}

/** What no log may hold: by its name, the words themselves. */
async function secretsOf({ app, people, planted }: Scene): Promise<[string, string][]> {
  const secrets: [string, string][] = [['a password', TEST_PASSWORD]];
  for (const state of STATES) {
    const { canary, open } = planted[state];
    if (canary !== open.canary || !OPEN.includes(state)) secrets.push([`the ${state}`, canary]);
  }
  for (const [actor, person] of Object.entries(people)) {
    if (!person) continue;
    secrets.push([`the address of ${actor}`, person.email ?? '']);
    secrets.push([`the token of ${actor}`, await app.token(person)]);
  }
  const { hash, salt } = await app.payload.findByID({
    collection: 'users',
    id: String(people.own?.id),
    showHiddenFields: true,
    depth: 0,
  });
  for (const one of [hash, salt]) if (one) secrets.push(['what a password is kept as', one]);
  return secrets;
}

export function describeLogs(scene: () => Scene): void {
  describe('the log of all this', () => {
    it('was written, and tells nothing of what is not public and of nobody', async () => {
      tally.controls += 1;
      expect(lines.split('\n').length).toBeGreaterThan(100);
      const told: string[] = [];
      for (const [what, secret] of await secretsOf(scene())) {
        tally.cells += 1;
        const line = lines.split('\n').find((one) => one.includes(secret));
        if (line) told.push(`${what}: ${line.slice(0, 300)}`);
      }
      expect(told).toEqual([]);
      expect(lines).not.toMatch(/payload-token=[\w-]{20}|JWT [\w-]{20}/);
    });
  });
}
