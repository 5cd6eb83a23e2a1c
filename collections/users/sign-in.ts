import {
  addDataAndFileToRequest,
  generatePayloadCookie,
  loginOperation,
  type Endpoint,
  type PayloadRequest,
} from 'payload';
import { getEnv } from '../../src/platform/env';
import { countedTry } from '../../src/platform/sign-in/counted-try';
import { deviceCookie } from '../../src/platform/sign-in/device';
import { accountName } from '../../src/platform/sign-in/limits';
import { refusedAlike } from '../../src/platform/sign-in/refused-alike';
import { problemResponse } from '../shared/endpoint';

async function signedIn(req: PayloadRequest): Promise<Response> {
  const { email, password } = (req.data ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const collection = req.payload.collections.users;
  const data = { email: text(email), password: text(password) };
  const result = await countedTry(req, email, () => loginOperation({ collection, data, req }));
  const { payload } = req;
  const headers = new Headers({ 'Cache-Control': 'private, no-store' });
  const { auth } = collection.config;
  const { cookiePrefix } = payload.config;
  const { token = '' } = result;
  const session = generatePayloadCookie({ collectionAuthConfig: auth, cookiePrefix, token });
  headers.append('Set-Cookie', String(session));
  const scope = { secret: payload.secret, account: accountName(email) };
  headers.append('Set-Cookie', deviceCookie(scope, getEnv().production));
  return Response.json({ message: req.t('authentication:passed'), ...result }, { headers });
}

/** Payload's sign-in form reads JSON of this one name, and shows nothing of a problem document. */
async function sayInForm(refusal: Response): Promise<Response> {
  const problem = (await refusal.json()) as { title: string; detail?: string };
  const headers = new Headers(refusal.headers);
  headers.set('Content-Type', 'application/json; charset=utf-8');
  const message = [problem.title, problem.detail].filter(Boolean).join('. ');
  return Response.json({ ...problem, message }, { status: refusal.status, headers });
}

/**
 * `POST /api/users/login`, in the place of Payload's own, which knows one limit: after ten wrong
 * passwords by anybody it locks the person out.
 */
export const signInEndpoint: Endpoint = {
  method: 'post',
  path: '/login',
  handler: async (req) => {
    const start = performance.now();
    await addDataAndFileToRequest(req);
    try {
      return await signedIn(req);
    } catch (error) {
      const { status, code } = error as { status?: number; code?: string };
      if (code === 'too_many_sign_ins') return await sayInForm(problemResponse(req, error));
      if (status === 401) await refusedAlike(req, start);
      throw error;
    }
  },
};
