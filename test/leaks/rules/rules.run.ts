import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer } from '../../helpers/http';
import { fieldOfAdministrator } from '../../../collections/users/access';
import { answerOf, rolesOf } from '../collections';
import { COLLECTIONS, OPERATIONS, type Operation } from '../expected';
import { fieldRules, judgeField } from '../fields';
import { judgeAccounts, judgeRefusals } from '../refusals';
import { plant, type Scene } from '../scene';
import { PARTS } from '../staff-probes';
import { cellsOfDelivery, cellsOfGuards, staffCell, type Cell } from './cells';
import { CONDITIONS, GUARDS, ON_MONGODB, TOGETHER, unknownRefusals } from './guards';
import { page, type Verdict } from './page';

let scene: Scene;
const deleted = new Set<string>();
const verdicts: Verdict[] = [];
const started = performance.now();

beforeAll(async () => {
  (globalThis as { khoDeleted?: Set<string> }).khoDeleted = deleted;
  scene = await plant();
});
afterAll(async () => {
  await scene.close();
});

/** Cells that are green while nothing is deleted: only these can turn red. */
const green = new Map<string, Promise<string[]>>();

async function firstRed(cells: Cell[], remove: () => () => void): Promise<string | undefined> {
  for (const cell of cells) {
    const known = green.get(cell.name) ?? cell.ask(scene);
    green.set(cell.name, known);
    const before = await known;
    if (before.length > 0) throw new Error(`red before any rule is gone: ${before.join('; ')}`);
    const putBack = remove();
    const wrong = await cell.ask(scene).catch((error: unknown) => [`fails: ${String(error)}`]);
    putBack();
    if (wrong[0]) return shown(wrong[0]);
  }
  return undefined;
}

/** Without what is another in each run. */
function shown(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/hl-[0-9a-z]{10}/g, ':identifier')
    .replace(/(\/v1\/files\/)[0-9a-z]{20}/g, '$1:id')
    .replace(/\b[bcdfghjklmnpqrstvwxz]{6,14}\b/g, '…')
    .slice(0, 110);
}

/** `RULES=users` asks for the rules of that name alone. */
const only = process.env.RULES;
const CONDITIONS_HERE = ON_MONGODB ? 'conditionsOnMongodb' : 'conditions';
/** The sections that this run asks whole. On MongoDB only its store is another. */
const whole = new Set([...(ON_MONGODB ? [] : ['operations', 'fields', 'guards']), CONDITIONS_HERE]);

function passedOver(family: string, rule: string): boolean {
  const passed = only !== undefined && !rule.includes(only);
  if (passed) whole.delete(family);
  return passed;
}

async function judge(family: string, rule: string, cells: Cell[], remove: () => () => void) {
  if (passedOver(family, rule)) return;
  const red = await firstRed(cells, remove);
  verdicts.push({ family, rule, red });
  console.log(`${red ? 'red  ' : 'GREEN'} ${rule} → ${red ?? 'no cell noticed'}`);
}

/** Payload reads its rules from here at each request. */
function withoutOperation(slug: string, operation: Operation): () => () => void {
  const { config } = scene.app.payload.collections[slug as 'users'];
  return () => {
    const { access } = config;
    config.access = { ...access, [operation]: () => true };
    return () => {
      config.access = access;
    };
  };
}

function cellsOfOperation(slug: string, operation: Operation): Cell[] {
  const refused: Cell = {
    name: `${slug}.${operation} refused`,
    ask: (at) => judgeRefusals(at, slug, operation),
  };
  const sees = ['read', 'readVersions'].includes(operation) && slug in PARTS;
  const parts = sees ? [staffCell('other', slug), staffCell('editor', slug)] : [];
  const accounts: Cell = { name: 'accounts', ask: judgeAccounts };
  const table: Cell = {
    name: `${slug}.${operation} by the table`,
    async ask(at) {
      const rules = at.app.payload.collections[slug as 'users'].config.access;
      const found = await rolesOf(rules[operation] as never, at);
      const wanted = COLLECTIONS[slug]?.access[operation] ?? '';
      if (found !== wanted) return [`the table: for ${found}, not for ${wanted || 'nobody'}`];
      const unknown = await answerOf(rules[operation] as never, at, undefined);
      return unknown === false ? [] : ['the table: for an account without a role'];
    },
  };
  return [...parts, ...(slug === 'users' ? [accounts] : []), refused, table];
}

it('each operation of each collection', async () => {
  for (const slug of Object.keys(COLLECTIONS).filter((one) => !one.startsWith('payload-'))) {
    for (const operation of OPERATIONS) {
      const cells = cellsOfOperation(slug, operation);
      await judge('operations', `${slug}.${operation}`, cells, withoutOperation(slug, operation));
    }
  }
});

it('each rule of a field', async () => {
  for (const rule of fieldRules(scene)) {
    const { slug, field, operation, access } = rule;
    const name = `${slug}.${field.name}.${operation}`;
    const cell: Cell = { name, ask: (at) => judgeField(at, rule) };
    // Of an account's address Payload keeps a copy of its own.
    const copies = [access, ...(field.name === 'email' ? [fieldOfAdministrator] : [])];
    await judge('fields', name, [cell], () => {
      const own = copies.map((copy) => ({ ...copy }));
      for (const copy of copies) Object.assign(copy, { [operation]: () => true });
      return () => {
        copies.forEach((copy, at) => Object.assign(copy, own[at]));
      };
    });
  }
});

const withoutGuard = (id: string) => () => {
  const twin = TOGETHER[id];
  for (const one of [id, twin]) if (one) deleted.add(one);
  return () => {
    deleted.clear();
  };
};

it('knows every place in the code that turns somebody away', () => {
  expect(unknownRefusals()).toEqual([]);
});

it('each guard in intake, endpoints and steps', async () => {
  for (const { id } of GUARDS) {
    const all = cellsOfGuards();
    // Behind it another one holds, which has cells of its own: here its own alone are asked.
    const own = all.filter(({ name }) => name.endsWith('workbench'));
    await judge('guards', id, id in TOGETHER ? own : all, withoutGuard(id));
  }
});

/** With a server of its own each: answers that are ready would hide it. */
it('each condition of the public side’s store', async () => {
  const seconds = new Set(Object.values(TOGETHER));
  for (const { id } of CONDITIONS.filter((one) => !seconds.has(one.id))) {
    if (passedOver(CONDITIONS_HERE, id)) continue;
    const remove = withoutGuard(id);
    await scene.server.close();
    const putBack = remove();
    scene.server = await startServer(scene.app);
    const cells = cellsOfDelivery().map(({ name, ask }) => ({ name: `${id} ${name}`, ask }));
    let red: string | undefined;
    for (const cell of cells) {
      red ??= (await cell.ask(scene)).map(shown)[0];
      if (red) break;
    }
    putBack();
    verdicts.push({ family: CONDITIONS_HERE, rule: id, red });
    console.log(`${red ? 'red  ' : 'GREEN'} ${id} → ${red ?? 'no cell noticed'}`);
  }
});

it('leaves no rule whose deletion nobody notices', () => {
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${String(verdicts.length)} rules in ${String(seconds)} s`);
  const unnoticed = verdicts.filter(({ red }) => !red).map(({ rule }) => rule);
  expect(unnoticed).toEqual([]);
  const file = path.resolve('docs/reference/access-rules.md');
  writeFileSync(file, page(verdicts, whole, readFileSync(file, 'utf8')));
});
