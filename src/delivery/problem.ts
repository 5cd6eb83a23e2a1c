import { translateIfKnown, type Lang } from '../i18n/translate';
import { AppError, ERRORS, isAppError, type FieldProblem } from '../platform/errors';
import type { Tombstone } from '../publishing/read/store';

export interface ProblemAnswer {
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

/** What anything thrown is to a caller: an error of ours, or `internal` without its words. */
export function asAppError(error: unknown): AppError {
  return isAppError(error) ? error : new AppError('internal', {}, error);
}

export function logLevel(error: AppError): 'debug' | 'info' | 'warn' | 'error' {
  return ERRORS[error.code].level;
}

function fieldProblem({ field, code, params }: FieldProblem, lang: Lang) {
  const words = (part: string) => translateIfKnown(lang, `delivery:errors.${code}.${part}`, params);
  return { field, code, message: words('message') ?? code, remedy: words('remedy') ?? null };
}

/** Seconds after which trying again makes sense. */
const RETRY_AFTER = 5;

/** RFC 9457 in the reader's language. */
export function toProblem(thrown: unknown, lang: Lang): ProblemAnswer {
  const error = asAppError(thrown);
  const text = (part: string) =>
    translateIfKnown(lang, `errors:${error.code}.${part}`, error.params) ?? null;
  const { headers = {}, ...extra } = error.extra as { headers?: Record<string, string> };
  return {
    status: error.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': lang,
      ...(error.status === 503 ? { 'retry-after': String(RETRY_AFTER) } : {}),
      ...headers,
    },
    body: {
      type: problemType(error.code),
      title: text('title') ?? error.code,
      status: error.status,
      code: error.code,
      detail: text('detail'),
      errors: error.errors.map((problem) => fieldProblem(problem, lang)),
      ...extra,
    },
  };
}

/** What is left of a withdrawn publication: when and why, and nothing of what it was. */
export function withdrawnProblem(tombstone: Tombstone, lang: Lang): Record<string, unknown> {
  const { identifier, withdrawnAt, reason } = tombstone;
  const text = (key: string) => translateIfKnown(lang, key);
  return {
    type: problemType('withdrawn'),
    title: text('errors:withdrawn.title') ?? 'withdrawn',
    status: 410,
    code: 'withdrawn',
    detail: text('errors:withdrawn.detail') ?? '',
    identifier,
    withdrawnAt,
    reason: {
      code: reason,
      label: text(`workflow:reasons.${reason}`) ?? text('workflow:reasons.other') ?? reason,
    },
  };
}

function problemType(code: string): string {
  return `urn:kho-hoc-lieu:problem:${code}`;
}
