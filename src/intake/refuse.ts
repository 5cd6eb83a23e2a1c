import { AppError, type ErrorCode } from '../platform/errors';

type Refusal = Extract<
  ErrorCode,
  | 'file_empty'
  | 'file_type_refused'
  | 'file_type_mismatch'
  | 'file_damaged'
  | 'archive_unsafe'
  | 'file_name_missing'
  | 'too_large'
  | 'bad_request'
>;

/**
 * The error for a file that is not taken in: one condition on field `file`, whose message and remedy
 * stand in `src/i18n/<lang>/intake.json` under `refusals.<reason>`. The parameter `found` names what
 * the bytes are (a kind's id or a code of `foreign`).
 */
export function refusal(
  code: Refusal,
  reason: string,
  params: Record<string, unknown> = {},
  cause?: unknown,
): AppError {
  return new AppError(code, { params, errors: [{ field: 'file', code: reason, params }] }, cause);
}
