import type { z } from '@hono/zod-openapi';
import { AppError, type FieldProblem } from '../../platform/errors';
import { boundsOf, isTooMany } from './issue';

/** Parameters whose message says what they may be. */
const WORDED = new Set(['facets', 'format', 'lang', 'limit', 'q', 'sort', 'updatedSince']);

/**
 * The parameters of an address. Throws AppError `invalid_query` that names each one that is unknown
 * (with those that are known) or wrong (with what it may be).
 */
export function readQuery<S extends z.ZodObject>(
  schema: S,
  given: Record<string, string[]>,
): z.output<S> {
  const input = Object.fromEntries(
    Object.entries(given).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const allowed = Object.keys(schema.shape).join(', ');
  const errors = new Map<string, FieldProblem>();
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const name of issue.keys.slice(0, 10)) {
        const params = { name: name.slice(0, 60), allowed };
        errors.set(name, { field: name.slice(0, 60), code: 'unknown_parameter', params });
      }
      continue;
    }
    const name = String(issue.path[0] ?? '');
    const repeated = Array.isArray(input[name]) && issue.path.length === 1;
    const code = codeOf(issue, name, repeated);
    errors.set(name, { field: name, code, params: { name, ...boundsOf(issue) } });
  }
  throw new AppError('invalid_query', { errors: [...errors.values()] });
}

function codeOf(issue: z.core.$ZodIssue, name: string, repeated: boolean): string {
  if (isTooMany(issue)) return 'too_many_values';
  if (repeated) return 'repeated_parameter';
  return WORDED.has(name) ? `invalid_${name}` : 'invalid_parameter';
}
