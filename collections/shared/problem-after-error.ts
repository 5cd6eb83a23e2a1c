import type { AfterErrorHook } from 'payload';
import { isAppError } from '../../src/platform/errors';
import { staffProblem } from '../../src/review/problem';
import { requestLang } from './endpoint';

/** Our errors leave Payload's own REST API as problem details too, besides its `errors[]`. */
export const problemAfterError: AfterErrorHook = ({ error, req }) => {
  if (!isAppError(error)) return undefined;
  const body = staffProblem(error, requestLang(req));
  return { response: body, status: body.status };
};
