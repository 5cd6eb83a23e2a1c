import type { IncomingMessage } from 'node:http';
import { timingSafeEqual } from 'node:crypto';
import { clientAddress, isLoopback } from '../http/client-address';

/** With a token whoever has it; without one this machine alone, and not through a proxy on it. */
export function mayReadMetrics(req: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) {
    const direct = req.headers['x-forwarded-for'] === undefined;
    return direct && isLoopback(clientAddress(req, 0));
  }
  const given = Buffer.from(req.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
