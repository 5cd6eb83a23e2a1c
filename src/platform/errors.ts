/**
 * Every error a caller can meet, in one table: stable code, HTTP status, log level. Words for
 * people are in `src/i18n/<lang>/errors.json` under the same code.
 */
export const ERRORS = {
  // requests
  bad_request: { status: 400, level: 'debug' },
  invalid_input: { status: 422, level: 'debug' },
  not_signed_in: { status: 401, level: 'debug' },
  portal_key_missing: { status: 401, level: 'debug' },
  portal_key_invalid: { status: 401, level: 'info' },
  forbidden: { status: 403, level: 'info' },
  not_found: { status: 404, level: 'debug' },
  method_not_allowed: { status: 405, level: 'debug' },
  not_acceptable: { status: 406, level: 'debug' },
  withdrawn: { status: 410, level: 'debug' },
  too_large: { status: 413, level: 'info' },
  body_too_large: { status: 413, level: 'debug' },
  unsupported_media_type: { status: 415, level: 'debug' },
  range_not_satisfiable: { status: 416, level: 'debug' },
  invalid_cursor: { status: 400, level: 'debug' },
  invalid_query: { status: 400, level: 'debug' },
  rate_limited: { status: 429, level: 'debug' },
  too_many_sign_ins: { status: 429, level: 'info' },
  download_not_allowed: { status: 403, level: 'debug' },
  // working together
  changed_meanwhile: { status: 409, level: 'info' },
  action_not_possible: { status: 409, level: 'info' },
  taken_by_other: { status: 409, level: 'info' },
  conditions_unmet: { status: 422, level: 'debug' },
  takedown_decided: { status: 409, level: 'info' },
  separation_of_duties: { status: 403, level: 'info' },
  content_locked: { status: 409, level: 'info' },
  restore_refused: { status: 405, level: 'info' },
  // intake
  upload_aborted: { status: 400, level: 'info' },
  file_empty: { status: 422, level: 'info' },
  file_type_refused: { status: 422, level: 'info' },
  file_type_mismatch: { status: 422, level: 'info' },
  file_damaged: { status: 422, level: 'info' },
  archive_unsafe: { status: 422, level: 'info' },
  file_name_missing: { status: 400, level: 'debug' },
  file_held_back: { status: 403, level: 'info' },
  // platform
  database_busy: { status: 503, level: 'warn' },
  write_outside_transaction: { status: 500, level: 'error' },
  effect_unreadable: { status: 500, level: 'error' },
  commit_failed: { status: 500, level: 'error' },
  storage_not_mounted: { status: 503, level: 'error' },
  disk_full: { status: 507, level: 'error' },
  search_unavailable: { status: 503, level: 'warn' },
  unavailable: { status: 503, level: 'warn' },
  internal: { status: 500, level: 'error' },
} as const satisfies Record<string, { status: number; level: 'debug' | 'info' | 'warn' | 'error' }>;

export type ErrorCode = keyof typeof ERRORS;

/** One unmet condition, by field. `code` has its words in i18n. */
export interface FieldProblem {
  field: string;
  code: string;
  params?: Record<string, unknown>;
  /** Which material it is of, where one decision is about several. */
  item?: { identifier: string; title: { vi?: string; en?: string } };
}

export interface AppErrorDetails {
  params?: Record<string, unknown>;
  /** Unmet conditions (RFC 9457 extension member `errors`). */
  errors?: FieldProblem[];
  /** Further members of the problem document. */
  extra?: Record<string, unknown>;
}

/**
 * The one error class. Payload and Next bundle modules apart, so recognise it by
 * {@link isAppError}, never by `instanceof`.
 */
export class AppError extends Error {
  readonly isKhoError = true;
  readonly status: number;
  /** Payload shows the message of an error marked public instead of hiding it. */
  readonly isPublic = true;
  readonly params: Record<string, unknown>;
  readonly errors: FieldProblem[];
  readonly extra: Record<string, unknown>;

  constructor(
    readonly code: ErrorCode,
    details: AppErrorDetails = {},
    cause?: unknown,
  ) {
    super(code, cause === undefined ? undefined : { cause });
    // By its name Payload decides how loud to be: what a person can mend is no failure of ours.
    this.name = ERRORS[code].level === 'error' ? 'AppError' : 'Refusal';
    this.status = ERRORS[code].status;
    this.params = details.params ?? {};
    this.errors = details.errors ?? [];
    this.extra = details.extra ?? {};
  }
}

export function isAppError(error: unknown): error is AppError {
  return typeof error === 'object' && error !== null && 'isKhoError' in error;
}

/** What anything thrown is to a caller: an error of ours, or `internal` without its words. */
export function asAppError(error: unknown): AppError {
  return isAppError(error) ? error : new AppError('internal', {}, error);
}

export function logLevel(error: AppError): (typeof ERRORS)[ErrorCode]['level'] {
  return ERRORS[error.code].level;
}
