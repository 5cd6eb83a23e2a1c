import type { AfterErrorHook } from 'payload';
import { isTransient } from '../../src/platform/database/transient';
import { AppError, isAppError } from '../../src/platform/errors';
import { staffProblem } from '../../src/review/problem';
import { requestLang } from './endpoint';

interface Refused {
  name: string;
  message: string;
  status: number;
  data?: { errors?: unknown };
}

/**
 * Payload's own refusals keep the fields they name. It looks for them by class, and the server and
 * Next's bundle each have their own: the fields would be lost on the way, and no field be marked.
 */
function namingFields({ name = '', message = '', status, data }: Partial<Refused>) {
  if (status === undefined || status >= 500 || !Array.isArray(data?.errors)) return undefined;
  return { response: { errors: [{ name, message, data }] }, status };
}

/** MongoDB compares a field only with values of its kind: a question that asks otherwise is wrong, not broken. */
function castProblem(error: { name?: string; path?: unknown }): AppError | undefined {
  if (error.name !== 'CastError') return undefined;
  const field = typeof error.path === 'string' ? error.path : 'where';
  return new AppError('invalid_input', { errors: [{ field, code: 'wrong_type' }] });
}

/**
 * Our errors leave Payload's own REST API as problem details. Each of `errors[]` also says it the way
 * Payload's forms understand, so that the field itself is marked.
 */
export const problemAfterError: AfterErrorHook = ({ error, req }) => {
  // Two saves of one document at the same moment: MongoDB lets one through and refuses the other.
  const known = isTransient(error)
    ? new AppError('changed_meanwhile')
    : (castProblem(error) ?? error);
  if (!isAppError(known)) return namingFields(known as Partial<Refused>);
  const body = staffProblem(known, requestLang(req));
  const errors = (body.errors ?? []).map((problem) => {
    const message = [problem.message, problem.remedy].filter(Boolean).join(' ');
    return { ...problem, data: { errors: [{ path: problem.field, message }] } };
  });
  return { response: { ...body, errors }, status: body.status };
};
