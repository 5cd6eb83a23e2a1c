import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import type { PayloadRequest } from 'payload';
import { accountName } from './limits';

const derive = promisify(pbkdf2);
/** No refusal is answered earlier: what a known account costs besides is less than what is left. */
const REFUSED_AFTER_MS = 500;

/** A wrong password and an unknown account take the same work and the same time. */
export async function refusedAlike(req: PayloadRequest, start: number): Promise<void> {
  const { email, password } = (req.data ?? {}) as { email?: unknown; password?: unknown };
  const where = { email: { equals: accountName(email) } };
  const found = await req.payload.db.findOne({ collection: 'users', where, req });
  // Payload's own derivation, which it leaves out where there is nobody.
  if (!found) await derive(String(password), 'a salt of nobody', 600_000, 32, 'sha256');
  const left = REFUSED_AFTER_MS - (performance.now() - start);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
