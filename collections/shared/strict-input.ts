import type {
  CollectionBeforeOperationHook,
  CollectionConfig,
  CollectionSlug,
  Field,
  FieldAffectingData,
  PayloadRequest,
} from 'payload';
import { AppError, type FieldProblem } from '../../src/platform/errors';
import { plainValue } from './plain-value';

type Data = Record<string, unknown>;

/** Sent back by every form as they came; Payload keeps them itself. */
const KEPT = new Set(['id', 'deletedAt', 'createdAt']);
/** Payload's own of an account: what may be given, and what a form carries along for nothing. */
const OF_ACCOUNT = new Set(['password', 'confirm-password']);
const RESIDUE = new Set(['updatedAt', 'collection', 'sessions', 'loginAttempts', 'lockUntil']);

function named(fields: Field[]): FieldAffectingData[] {
  return fields.filter((field) => 'name' in field && field.type !== 'ui') as FieldAffectingData[];
}

async function storedDocument(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string | undefined,
): Promise<Data | null> {
  if (id === undefined) return null;
  return (await req.payload.findByID({
    collection,
    id,
    depth: 0,
    trash: true,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
    req,
  })) as Data | null;
}

function sameValue(given: unknown, stored: unknown): boolean {
  const plain = (value: unknown): string => {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
      return 'null';
    }
    return JSON.stringify(value);
  };
  return plain(given) === plain(stored);
}

/** Fields that this person may not write, given with another value than the stored one. */
async function protectedFields(input: {
  req: PayloadRequest;
  collection: CollectionSlug;
  id: string | undefined;
  fields: FieldAffectingData[];
  data: Data;
}): Promise<FieldProblem[]> {
  const { req, collection, id, fields, data } = input;
  const operation = id === undefined ? 'create' : 'update';
  const closed = data.createdAt === undefined ? [] : ['createdAt'];
  for (const field of fields) {
    const rule = (field as { access?: Record<string, (args: unknown) => unknown> }).access;
    const { name } = field as { name: string };
    if (data[name] === undefined || !rule?.[operation]) continue;
    if (!(await rule[operation]({ req, id, data }))) closed.push(name);
  }
  if (closed.length === 0) return [];
  const stored = await storedDocument(req, collection, id);
  // What cannot be seen cannot be changed either: the access rules say so in their own words.
  if (id !== undefined && !stored) return [];
  return closed
    .filter((name) => !sameValue(data[name], stored?.[name]))
    .map((name) => ({ field: name, code: 'field_protected' }));
}

/**
 * What a person sends is taken as it is or refused by name: an unknown or protected field, a value of
 * another type. Payload would drop the first two silently and coerce the third. Text is kept in
 * Unicode NFC, without control characters and, on one line, without blanks around it.
 */
function strictWrite(fields: FieldAffectingData[], auth: boolean): CollectionBeforeOperationHook {
  return async ({ args, operation, overrideAccess, collection, req }) => {
    const { data, id } = args as { data?: unknown; id?: string };
    const writes = operation === 'create' || operation === 'update';
    // REST leaves it unsaid; only the Local API overrides.
    if (overrideAccess || !req.user || !writes || !isData(data)) return args as never;
    const everyLocale = req.locale === 'all';
    const byName = new Map(fields.map((field) => [field.name, field]));
    const errors: FieldProblem[] = [];
    const clean: Data = {};
    for (const [name, value] of Object.entries(data)) {
      const field = byName.get(name);
      if (RESIDUE.has(name) && !field) continue;
      if (!field && !KEPT.has(name) && !(auth && OF_ACCOUNT.has(name))) {
        errors.push({ field: name, code: 'field_unknown' });
      }
      clean[name] = field ? plainValue({ field, value, path: name, everyLocale, errors }) : value;
    }
    errors.push(
      ...(await protectedFields({
        req,
        collection: collection.slug as CollectionSlug,
        id,
        fields,
        data: clean,
      })),
    );
    const unknown = await unknownReferences(req, fields, clean);
    if (unknown.length > 0) {
      const stored = await storedDocument(req, collection.slug as CollectionSlug, id);
      errors.push(
        ...unknown.filter(({ field }) => !keepsReferences(clean[field], stored?.[field])),
      );
    }
    if (errors.length > 0) throw new AppError('invalid_input', { errors });
    return { ...(args as object), data: clean } as never;
  };
}

/**
 * What is referred to has to be there for this person: a database would say so in its own words, or
 * not at all. What they may not see is to them as if it were not.
 */
async function unknownReferences(
  req: PayloadRequest,
  fields: FieldAffectingData[],
  data: Data,
): Promise<FieldProblem[]> {
  const errors: FieldProblem[] = [];
  for (const field of fields) {
    if (field.type !== 'relationship' || typeof field.relationTo !== 'string') continue;
    const value = data[field.name];
    if (value === undefined || value === null) continue;
    const ids = [...new Set(Array.isArray(value) ? (value as unknown[]) : [value])];
    if (ids.length === 0) continue;
    const where = { id: { in: ids } };
    const { relationTo: collection } = field;
    const as = { overrideAccess: false, user: req.user, req, trash: true };
    const usable = ids.every((id) => typeof id === 'string');
    const found = usable
      ? await req.payload.count({ collection, where, ...as })
      : { totalDocs: -1 };
    if (found.totalDocs !== ids.length)
      errors.push({ field: field.name, code: 'reference_unknown' });
  }
  return errors;
}

/** Forms send back the people and things that stand there, also those this person may not look up. */
function keepsReferences(given: unknown, stored: unknown): boolean {
  const standing = new Set([stored].flat());
  return [given].flat().every((id) => standing.has(id));
}

function isData(data: unknown): data is Data {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** A list sorted by a field nobody may read, or by none, would be an order without a meaning. */
function strictSort(fields: FieldAffectingData[]): CollectionBeforeOperationHook {
  const known = new Set([...fields.map(({ name }) => name), 'id', 'createdAt', 'updatedAt']);
  // The order of documents would tell of fields of the other one that nobody may read.
  const references = new Set(
    fields.filter(({ type }) => type === 'relationship').map(({ name }) => name),
  );
  return ({ args, operation, overrideAccess }) => {
    const { sort } = args as { sort?: string | string[] };
    if (operation !== 'read' || overrideAccess || !sort) return args as never;
    const names = (Array.isArray(sort) ? sort : sort.split(',')).map((name) =>
      name.replace(/^-/, '').split('.'),
    );
    const unknown = names.filter(
      ([first = '', ...rest]) => !known.has(first) || (rest.length > 0 && references.has(first)),
    );
    if (unknown.length > 0) {
      throw new AppError('invalid_input', { errors: [{ field: 'sort', code: 'sort_unknown' }] });
    }
    return args as never;
  };
}

/** The rules of the house for a collection that people reach through Payload's REST. */
export function strict(collection: CollectionConfig): CollectionConfig {
  const fields = named(collection.fields);
  return {
    ...collection,
    // Any signed-in user may write Payload's lock rows, in anybody's name; we tell of stale saves.
    lockDocuments: false,
    hooks: {
      ...collection.hooks,
      beforeOperation: [
        strictWrite(fields, Boolean(collection.auth)),
        strictSort(fields),
        ...(collection.hooks?.beforeOperation ?? []),
      ],
    },
  };
}
