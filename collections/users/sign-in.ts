import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import {
  addDataAndFileToRequest,
  generatePayloadCookie,
  loginOperation,
  type Endpoint,
  type Payload,
  type PayloadRequest,
} from 'payload';
import { getEnv } from '../../src/platform/env';
import { AppError } from '../../src/platform/errors';
import { deviceCookie, deviceOf } from '../../src/platform/sign-in/device';
import {
  accountName,
  CLIENT_ADDRESS,
  createSignInLimits,
  inMemory,
  inMongodb,
  type Attempt,
  type SignInLimits,
} from '../../src/platform/sign-in/limits';
import { problemResponse } from '../shared/endpoint';

/** Next's bundle and the server's modules are two graphs: one set of counters for both. */
const key = Symbol.for('kho.sign-in-limits');
type Holder = { [key]?: WeakMap<Payload, SignInLimits> };

interface Connected {
  connection: { getClient(): unknown; name: string };
}

function limitsOf(payload: Payload): SignInLimits {
  const holder = globalThis as Holder;
  holder[key] ??= new WeakMap();
  const known = holder[key].get(payload);
  if (known) return known;
  const { connection } = payload.db as unknown as Connected;
  const inDatabase = getEnv().database.kind === 'mongodb';
  const make = inDatabase ? inMongodb(connection.getClient(), connection.name) : inMemory;
  const limits = createSignInLimits({ make, secret: payload.secret });
  holder[key].set(payload, limits);
  return limits;
}

function attemptOf(req: PayloadRequest, email: unknown): Attempt {
  const account = accountName(email);
  const scope = { secret: req.payload.secret, account };
  return {
    account,
    // Without our server in front (a test, a script) there is one address: nobody's.
    address: req.headers.get(CLIENT_ADDRESS) ?? 'none',
    device: deviceOf(scope, req.headers.get('cookie')),
  };
}

/** After so many wrong passwords: for how long, in the words of the form. */
function tooMany(seconds: number): AppError {
  const minutes = Math.ceil(seconds / 60);
  return new AppError('too_many_sign_ins', {
    params: { minutes },
    errors: [{ field: 'password', code: 'too_many_sign_ins', params: { minutes } }],
    extra: { headers: { 'Retry-After': String(seconds) } },
  });
}

/** A try with a password, counted: `check` throws 401 when it is the wrong one. */
export async function countedTry<T>(
  req: PayloadRequest,
  email: unknown,
  check: () => Promise<T>,
): Promise<T> {
  const limits = limitsOf(req.payload);
  const attempt = attemptOf(req, email);
  const wait = await limits.take(attempt);
  if (wait > 0) throw tooMany(wait);
  const answer = await check();
  await limits.succeeded(attempt);
  return answer;
}

const derive = promisify(pbkdf2);
/** No refusal is answered earlier: what a known account costs besides is less than what is left. */
const REFUSED_AFTER_MS = 500;

/** A wrong password and an unknown account take the same work and the same time. */
async function refusedAlike(req: PayloadRequest, start: number): Promise<void> {
  const { email, password } = (req.data ?? {}) as { email?: unknown; password?: unknown };
  const where = { email: { equals: accountName(email) } };
  const found = await req.payload.db.findOne({ collection: 'users', where, req });
  // Payload's own derivation, which it leaves out where there is nobody.
  if (!found) await derive(String(password), 'a salt of nobody', 600_000, 32, 'sha256');
  const left = REFUSED_AFTER_MS - (performance.now() - start);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

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
