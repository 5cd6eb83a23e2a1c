import { Problem, type ProblemBody, type ProblemDetail } from './problem';

interface LooseBody extends Partial<ProblemBody> {
  message?: string;
}

/** Reads our problem+json, and Payload's own `{ errors: [{ message }] }` where it answers itself. */
export function problemFrom(status: number, body: unknown): Problem {
  const loose = (typeof body === 'object' && body !== null ? body : {}) as LooseBody;
  const errors = Array.isArray(loose.errors) ? loose.errors.flatMap(flattenPayloadError) : [];
  return new Problem({
    status,
    code: loose.code ?? (status === 401 ? 'signed_out' : 'refused'),
    title: loose.title ?? loose.message ?? errors[0]?.message ?? '',
    detail: loose.detail ?? null,
    errors,
    by: loose.by ?? null,
  });
}

function flattenPayloadError(error: ProblemDetail): ProblemDetail[] {
  const nested = (error as { data?: { errors?: (ProblemDetail & { path?: string })[] } }).data
    ?.errors;
  if (!Array.isArray(nested) || nested.length === 0) return [error];
  return nested.map((inner) => ({ ...inner, field: inner.field ?? inner.path }));
}
