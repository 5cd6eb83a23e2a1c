import type { SanitizedConfig, PayloadRequest } from 'payload';
import type { FieldProblem } from '../../src/platform/errors';

type Query = Record<string, unknown>;

const OPERATORS = new Set([
  ...['equals', 'not_equals', 'in', 'not_in', 'exists', 'like', 'not_like', 'contains'],
  ...['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'],
]);
const DEEPEST = 10;

function isRecord(value: unknown): value is Query {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Every part of a list, also of one that the address wrote with its own numbers. */
function entries(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? Object.values(value) : undefined;
}

/** Names of the fields that hold a moment, in any collection; a database fails on what is none. */
function momentsOf({ collections }: SanitizedConfig): Set<string> {
  const names = collections.flatMap(({ flattenedFields }) =>
    flattenedFields.filter(({ type }) => type === 'date').map(({ name }) => name),
  );
  return new Set([...names, 'createdAt', 'updatedAt', 'deletedAt']);
}

function isMoment(value: unknown): boolean {
  const texts = [value].flat();
  return texts.every((one) => one === null || one === '' || !Number.isNaN(Date.parse(String(one))));
}

function isCondition(path: string, condition: unknown, moments: Set<string>): boolean {
  if (!isRecord(condition)) return false;
  return Object.entries(condition).every(([operator, value]) => {
    if (!OPERATORS.has(operator)) return false;
    if (![value].flat().every(isPlain)) return false;
    const compares = operator !== 'exists' && moments.has(path.split('.').at(-1) ?? '');
    return !compares || isMoment(value);
  });
}

function isWhere(where: unknown, moments: Set<string>, depth = 0): boolean {
  if (!isRecord(where) || depth > DEEPEST) return false;
  return Object.entries(where).every(([name, value]) => {
    if (!/^(and|or)$/i.test(name)) return isCondition(name, value, moments);
    return entries(value)?.every((one) => isWhere(one, moments, depth + 1)) ?? false;
  });
}

/** A condition may come whole, as JSON. */
function isReadableWhere(where: unknown, moments: Set<string>): boolean {
  if (where === undefined || where === '') return true;
  if (typeof where !== 'string') return isWhere(where, moments);
  try {
    return isWhere(JSON.parse(where), moments);
  } catch {
    return false;
  }
}

const isCount = (value: unknown) =>
  value === undefined || (typeof value === 'string' && /^\d{0,9}$/.test(value));
const isText = (value: unknown) => value === undefined || typeof value === 'string';
const isNames = (value: unknown) =>
  value === undefined || [value].flat().every((one) => typeof one === 'string');

/**
 * What Payload's REST would fail on instead of refusing: conditions that are none, counts that are no
 * numbers, versions of what has none.
 */
export function queryFaults(
  req: Pick<PayloadRequest, 'query'>,
  config: SanitizedConfig,
): FieldProblem[] {
  const query = (req.query ?? {}) as Query;
  const right: Record<string, boolean> = {
    where: isReadableWhere(query.where, momentsOf(config)),
    limit: isCount(query.limit),
    page: isCount(query.page),
    depth: isCount(query.depth),
    sort: isNames(query.sort),
    locale: isText(query.locale),
    'fallback-locale': isNames(query['fallback-locale']),
  };
  return Object.entries(right)
    .filter(([, good]) => !good)
    .map(([field]) => ({ field, code: 'query_malformed', params: { field } }));
}
