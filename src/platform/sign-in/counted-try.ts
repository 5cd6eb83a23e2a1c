import type { Payload, PayloadRequest } from 'payload';
import { getEnv } from '../env';
import { AppError } from '../errors';
import { deviceOf } from './device';
import {
  accountName,
  CLIENT_ADDRESS,
  createSignInLimits,
  inMemory,
  inMongodb,
  type Attempt,
  type SignInLimits,
} from './limits';

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
