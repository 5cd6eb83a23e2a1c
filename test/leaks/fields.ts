import type { Field, TypedUser } from 'payload';
import { describe, expect, it } from 'vitest';
import { collections } from '../../collections';
import type { Scene } from './scene';
import { tally } from './tally';

export const FIELD_OPERATIONS = ['create', 'read', 'update'] as const;
export type FieldOperation = (typeof FIELD_OPERATIONS)[number];

type Named = Field & { name: string };

interface Ruled {
  slug: string;
  field: Named;
  operation: FieldOperation;
  /** The object the rule stands in: several fields may share it. */
  access: Record<FieldOperation, unknown>;
}

/** The fields that we declare; those that Payload adds to an account keep its own rules. */
const declared = new Set(
  collections.flatMap(({ slug, fields }) =>
    fields.map((field) => ('name' in field ? `${slug}.${field.name}` : '')),
  ),
);

/** Every rule about a single field. */
export function fieldRules(scene: Scene): Ruled[] {
  return scene.app.payload.config.collections.flatMap(({ slug, fields }) =>
    fields.flatMap((field) => {
      if (!('name' in field) || !('access' in field) || !field.access) return [];
      if (!declared.has(`${slug}.${field.name}`)) return [];
      const access = field.access as Ruled['access'];
      const operations = FIELD_OPERATIONS.filter((operation) => access[operation]);
      return operations.map((operation) => ({ slug, field: field as Named, operation, access }));
    }),
  );
}

/** A value of the field's type that does not stand there. */
function valueFor({ field }: Ruled): unknown {
  const many = 'hasMany' in field && field.hasMany;
  switch (field.type) {
    case 'email':
      return 'ai-do@example.vn';
    case 'number':
      return 7;
    case 'checkbox':
      return false;
    case 'date':
      return '2026-01-01T00:00:00.000Z';
    case 'select': {
      const last = field.options.at(-1);
      return typeof last === 'string' ? last : last?.value;
    }
    case 'relationship':
      return many ? ['none'] : 'none';
    case 'json':
    case 'group':
      return { leak: true };
    default:
      return many ? ['leak'] : 'leak';
  }
}

interface Target {
  as: TypedUser | null;
  create: Record<string, unknown>;
  id: string;
}

/** Something of their own that a person may write: only its protected fields they may not. */
async function target({ app, people }: Scene, slug: string): Promise<Target> {
  if (slug === 'users') {
    const as = await app.person('contributor', ['NNMT']);
    return { as, create: {}, id: String(as.id) };
  }
  if (slug === 'portals') {
    const as = people.administrator;
    const data = { name: `Cổng ${String(Math.random())}` };
    const made = await app.rest(as, 'POST', '/api/portals', data);
    return { as, create: data, id: (made.body as { doc: { id: string } }).doc.id };
  }
  const made = await app.rest(people.own, 'POST', '/api/materials', { title: 'Của mình' });
  const { id } = (made.body as { doc: { id: string } }).doc;
  if (slug === 'materials') return { as: people.own, create: { title: 'Của mình' }, id };
  const where = { material: { equals: id } };
  const rights = await app.payload.find({ collection: 'rights-records', where, depth: 0 });
  const create = { material: id, component: 'leak' };
  return { as: people.own, create, id: String(rights.docs[0]?.id) };
}

async function judgeReading(scene: Scene, { slug, field }: Ruled): Promise<string[]> {
  const wrong: string[] = [];
  for (const actor of ['administrator', 'editor', 'own'] as const) {
    tally.cells += 1;
    const { body } = await scene.app.rest(scene.people[actor], 'GET', `/api/${slug}?limit=100`);
    const { docs } = body as { docs?: Record<string, unknown>[] };
    const shown = docs?.some((doc) => doc[field.name] !== undefined && doc[field.name] !== null);
    if (shown) wrong.push(`${actor}: GET /api/${slug} shows ${field.name}`);
  }
  return wrong;
}

async function judgeWriting(scene: Scene, rule: Ruled): Promise<string[]> {
  const { slug, field, operation } = rule;
  const { as, create, id } = await target(scene, slug);
  const data = { [field.name]: valueFor(rule) };
  tally.cells += 1;
  const answer =
    operation === 'create'
      ? await scene.app.rest(as, 'POST', `/api/${slug}`, { ...create, ...data })
      : await scene.app.rest(as, 'PATCH', `/api/${slug}/${id}`, data);
  const { errors } = answer.body as { errors?: { field?: string; code?: string }[] };
  const named = errors?.some((one) => one.field === field.name && one.code === 'field_protected');
  if (named) return [];
  return [`${operation} ${slug} with ${field.name} answers ${String(answer.status)}`];
}

/** One rule of one field: nobody reads it, or it is refused by name to who may write the rest. */
export async function judgeField(scene: Scene, rule: Ruled): Promise<string[]> {
  return rule.operation === 'read' ? judgeReading(scene, rule) : judgeWriting(scene, rule);
}

export function describeFields(scene: () => Scene): void {
  describe('a protected field', () => {
    it('is neither read nor written, each by its rule', async () => {
      const wrong: string[] = [];
      for (const rule of fieldRules(scene())) wrong.push(...(await judgeField(scene(), rule)));
      expect(wrong).toEqual([]);
    });
  });
}
