import type { AppError, ErrorCode, FieldProblem } from './errors';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** An unmet condition in the reader's language. */
export interface ProblemField {
  field: string;
  code: string;
  message: string;
  remedy: string | null;
}

/** The words of a problem, which each room takes from its own texts. */
export interface ProblemWords {
  title: string | undefined;
  detail: string | null | undefined;
  /** Absent: an answer whose reader expects no list of conditions (a tombstone). */
  errors?: ProblemField[];
}

export interface ProblemDocument {
  [more: string]: unknown;
  /** A name, not an address: what it means stands in the documentation of the API. */
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string | null;
  errors?: ProblemField[];
}

type ErrorParts = Pick<AppError, 'code' | 'status' | 'extra'>;

/** RFC 9457: the one shape in which every surface says what went wrong. */
export function problemDocument(error: ErrorParts, words: ProblemWords): ProblemDocument {
  const { headers: _headers, ...extra } = error.extra;
  return {
    type: `urn:kho-hoc-lieu:problem:${error.code}`,
    title: words.title ?? error.code,
    status: error.status,
    code: error.code,
    detail: words.detail ?? null,
    ...(words.errors ? { errors: words.errors } : {}),
    ...extra,
  };
}

/** Headers that belong to the error itself (`Allow`, `Content-Range`): its `extra.headers`. */
export function problemHeaders(error: ErrorParts): Record<string, string> {
  return (error.extra as { headers?: Record<string, string> }).headers ?? {};
}

/** A condition with the words that `say` knows; without any, its code stands for them. */
export function problemField(
  { field, code }: FieldProblem,
  say: (part: 'message' | 'remedy') => string | undefined,
): ProblemField {
  return { field, code, message: say('message') ?? code, remedy: say('remedy') ?? null };
}
