import type { AfterErrorHook } from 'payload';
import { isTransient } from '../../src/platform/database/transient';
import { AppError, isAppError } from '../../src/platform/errors';
import { staffProblem } from '../../src/review/problem';
import { requestLang } from './endpoint';

/**
 * Our errors leave Payload's own REST API as problem details. Each of `errors[]` also says it the way
 * Payload's forms understand, so that the field itself is marked.
 */
export const problemAfterError: AfterErrorHook = ({ error, req }) => {
  // Two saves of one document at the same moment: MongoDB lets one through and refuses the other.
  const known = isTransient(error) ? new AppError('changed_meanwhile') : error;
  if (!isAppError(known)) return undefined;
  const body = staffProblem(known, requestLang(req));
  const errors = (body.errors ?? []).map((problem) => {
    const message = [problem.message, problem.remedy].filter(Boolean).join(' ');
    return { ...problem, data: { errors: [{ path: problem.field, message }] } };
  });
  return { response: { ...body, errors }, status: body.status };
};
