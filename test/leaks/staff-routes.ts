import { describe, expect, it } from 'vitest';
import { COLLECTIONS, STANDARD, WITHOUT_DUPLICATING, WITHOUT_ENDPOINTS } from './expected';
import { ACTORS, type Actor } from './people';
import { ghostOf, type Planted, type Scene } from './scene';
import { ENDPOINTS, PARTS } from './staff-probes';
import { maySee, STATES } from './states';
import { judge, tally, type Probe } from './tally';

/** Of Payload's and of ours, as `slug method path`; the root's without a slug. */
function endpoints(scene: Scene): string[] {
  const { collections, endpoints: ofRoot } = scene.app.payload.config;
  const ofCollections = collections.flatMap(({ slug, endpoints: own }) =>
    (own || []).map(({ method, path }) => `${slug} ${method} ${path}`),
  );
  return [...ofCollections, ...ofRoot.map(({ method, path }) => `${method} ${path}`)];
}

function expectedEndpoints(): string[] {
  const standard = Object.keys(COLLECTIONS)
    .filter((slug) => !WITHOUT_ENDPOINTS.includes(slug))
    .flatMap((slug) =>
      STANDARD.filter(
        (route) => !(route.endsWith('duplicate') && WITHOUT_DUPLICATING.includes(slug)),
      ).map((route) => `${slug} ${route}`),
    );
  // Signing in is ours, and stands before Payload's own.
  return [...standard, ...Object.keys(ENDPOINTS), 'users post /login'];
}

const ALL = { ...PARTS, ...ENDPOINTS };

interface Answer {
  status: number;
  text: string;
  total: number | undefined;
}

async function put(scene: Scene, actor: Actor, probe: Probe): Promise<Answer> {
  const { address, method = 'GET', body } = probe;
  const answer = await scene.app.rest(scene.people[actor], method, address, body);
  const text = JSON.stringify(answer.body) + JSON.stringify([...answer.headers]);
  const total = (answer.body as { totalDocs?: number } | null)?.totalDocs;
  return { status: answer.status, text, total };
}

/** The answer without what the question itself said. */
function faceless({ status, text }: Answer, planted: Planted): string {
  const said = [planted.id, planted.rightsId, planted.fileId, planted.filePublicId];
  const more = [planted.evidenceId, planted.versionId, planted.reviewId, planted.clue];
  const plain = [...said, ...more].reduce((left, word) => left.replaceAll(word, '·'), text);
  return `${String(status)} ${plain}`;
}

/** What somebody who may not see a material is told of it is what they are told of none at all. */
function judgeHidden(
  { probe, answer, none }: { probe: Probe; answer: Answer; none: Answer },
  planted: Planted,
  ghost: Planted,
): string[] {
  const where = `${planted.state}: ${probe.method ?? 'GET'} ${probe.address}`;
  const { canary } = planted;
  const wrong = judge({ where, text: answer.text, canary, expected: 'hidden' });
  const [told, known] = [faceless(answer, planted), faceless(none, ghost)];
  if (told === known) return wrong;
  const both = `${told.slice(0, 90)} | ${known.slice(0, 90)}`;
  return [...wrong, `told apart from nothing: ${where}: ${both}`];
}

function judgeShown(probe: Probe, answer: Answer, planted: Planted, actor: Actor): string[] {
  const where = `${planted.state}: ${probe.address} (${String(answer.status)})`;
  if (probe.counts !== undefined) {
    tally.cells += 1;
    tally.controls += 1;
    const right = answer.total === probe.counts;
    return right ? [] : [`counted ${String(answer.total)}: ${where}`];
  }
  const { shows = true } = probe;
  const expected = (typeof shows === 'function' ? shows(actor) : shows) ? 'shown' : 'hidden';
  return judge({ where, text: answer.text, canary: planted.canary, expected });
}

/** Asks each question once; what changes nothing is answered to one person as before. */
function asker(scene: Scene, actor: Actor): (probe: Probe) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (probe) => {
    const key = `${probe.method ?? 'GET'} ${probe.address} ${JSON.stringify(probe.body)}`;
    const answer = known.get(key) ?? put(scene, actor, probe);
    known.set(key, answer);
    return answer;
  };
}

export async function judgeRoute(scene: Scene, actor: Actor, route: string): Promise<string[]> {
  const probesOf = ALL[route];
  if (!probesOf) return [`no probes for ${route}`];
  const ask = asker(scene, actor);
  const ghost = ghostOf(scene.planted.draft);
  const nothing = probesOf(ghost);
  const wrong: string[] = [];
  for (const state of STATES) {
    const planted = scene.planted[state];
    const sees = maySee(actor, state);
    for (const [at, probe] of probesOf(planted).entries()) {
      if (sees && probe.blind) continue;
      const answer = await ask(probe);
      if (sees) wrong.push(...judgeShown(probe, answer, planted, actor));
      else {
        const none = await ask(nothing[at] ?? probe);
        wrong.push(...judgeHidden({ probe, answer, none }, planted, ghost));
      }
    }
  }
  return wrong;
}

export function describeStaffRoutes(scene: () => Scene): void {
  describe('the endpoints of the staff side', () => {
    it('are all known, with how a material might show through them', () => {
      expect(endpoints(scene()).sort()).toEqual(expectedEndpoints().sort());
    });
  });

  describe.each(ACTORS)('by the routes of the staff side, %s', (actor) => {
    it.each(Object.keys(ALL))('sees what they may and nothing else: %s', async (route) => {
      expect(await judgeRoute(scene(), actor, route)).toEqual([]);
    });
  });

  describe('a field that nobody may read', () => {
    it.each([
      'materials/count?where[createdBy.hash][like]=a',
      'materials/count?where[editors.password][exists]=true',
      'materials/count?where[createdBy.resetPasswordToken][exists]=true',
      'materials/count?where[items.file.storageKey][like]=content',
      'materials/count?where[approval.content][exists]=true',
      'materials/versions?where[version.createdBy.salt][exists]=true',
      'materials?sort=createdBy.hash',
      'materials?sort=items.file.storageKey',
      'files/count?where[storageKey][like]=content',
      'files/count?where[textKey][exists]=true',
      'files?sort=thumbnailKey',
      'evidence/count?where[storageKey][like]=evidence',
      'reviews/count?where[content][exists]=true',
      'reviews/count?where[actor.hash][exists]=true',
      'users/count?where[hash][like]=a',
      'users?sort=hash',
    ])('answers no question: %s', async (question) => {
      for (const actor of ACTORS) {
        tally.cells += 1;
        const answer = await scene().app.rest(scene().people[actor], 'GET', `/api/${question}`);
        expect(answer.status, actor).toBeGreaterThanOrEqual(400);
        expect(answer.status, actor).toBeLessThan(500);
      }
    });
  });
}
