import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload';
import type { Lang } from '../../src/i18n/translate';
import { isTransient } from '../../src/platform/database/transient';
import { AppError, asAppError } from '../../src/platform/errors';
import { getLogger } from '../../src/platform/logger';
import { problemHeaders } from '../../src/platform/problem';
import { personOf } from '../../src/review/people';
import { staffProblem } from '../../src/review/problem';

/** `?lang=`, then the language of the admin UI, then Vietnamese. */
export function requestLang(req: PayloadRequest): Lang {
  const asked = req.searchParams?.get('lang');
  if (asked === 'vi' || asked === 'en') return asked;
  return req.i18n.language === 'en' ? 'en' : 'vi';
}

export function problemResponse(req: PayloadRequest, error: unknown): Response {
  const known = isTransient(error) ? new AppError('changed_meanwhile') : asAppError(error);
  if (known.status >= 500) getLogger().error({ err: error }, 'a staff endpoint failed');
  const body = staffProblem(known, requestLang(req));
  return Response.json(body, {
    status: body.status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'private, no-store',
      ...problemHeaders(known),
    },
  });
}

/**
 * An endpoint for signed-in staff. Payload's custom endpoints are open to anybody until they check
 * the user: this wrapper is the one place that does, and turns errors into problem details.
 */
export function staffEndpoint(
  method: 'get' | 'post',
  path: string,
  handle: (req: PayloadRequest, lang: Lang) => Promise<unknown>,
): Endpoint {
  return {
    method,
    path,
    handler: async (req) => {
      try {
        if (!personOf(req.user)) throw new AppError('not_signed_in');
        if (method === 'post') await addDataAndFileToRequest(req);
        const answer = await handle(req, requestLang(req));
        if (answer instanceof Response) return answer;
        return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
      } catch (error) {
        return problemResponse(req, error);
      }
    },
  };
}
