/** One unmet condition or field error of an answer, in the reader's language. */
export interface ProblemDetail {
  field?: string;
  code?: string;
  message: string;
  remedy?: string | null;
}

export interface ProblemBody {
  status: number;
  code: string;
  title: string;
  detail?: string | null;
  errors?: ProblemDetail[];
  /** `changed_meanwhile`: who saved in between. */
  by?: { id?: string; name?: string } | string | null;
  current?: Record<string, unknown>;
}

/** What a staff endpoint refused, as RFC 9457 says it; `offline` and `signed_out` are our own codes. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly errors: ProblemDetail[];
  readonly by: string | null;

  constructor(body: ProblemBody, cause?: unknown) {
    super(body.title, { cause });
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail ?? null;
    this.errors = body.errors ?? [];
    this.by = typeof body.by === 'string' ? body.by : (body.by?.name ?? null);
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem({ status: 0, code: 'unexpected', title: '' }, error);
}
