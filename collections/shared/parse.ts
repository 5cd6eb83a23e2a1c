import type { z } from 'zod';
import { AppError } from '../../src/platform/errors';

/** The body of a request as its schema has it. Throws AppError `invalid_input`, by field. */
export function parse<T>(schema: z.ZodType<T>, data: unknown): T {
  const result = schema.safeParse(data ?? {});
  if (result.success) return result.data;
  throw new AppError('invalid_input', {
    errors: result.error.issues.map(({ path, message }) => ({
      field: path.join('.') || 'body',
      code: 'invalid_value',
      params: { allowed: message },
    })),
  });
}
