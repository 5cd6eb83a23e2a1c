import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** An event as it stands in the chain. */
export interface ChainedEvent {
  seq: number;
  at: string;
  action: string;
  actor: string | null;
  actorName: string | null;
  subject: string;
  detail: unknown;
  previousHash: string;
  hash: string;
}

/** What the first event has before it. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the RFC 8785 form of the event with its number and the hash of the one before. */
export function eventHash(event: Omit<ChainedEvent, 'hash'>): string {
  const { seq, at, action, actor, actorName, subject, detail, previousHash } = event;
  const canonical = canonicalize({
    seq,
    at: new Date(at).toISOString(),
    action,
    actor: actor ?? null,
    actorName: actorName ?? null,
    subject,
    detail: detail ?? null,
    previousHash,
  });
  return createHash('sha256')
    .update(canonical ?? '', 'utf8')
    .digest('hex');
}

export type ChainFault =
  | { kind: 'missing'; seq: number }
  | { kind: 'changed'; seq: number }
  | { kind: 'unlinked'; seq: number }
  /** Sealed with a number that the chain never gives: no link leads to it. */
  | { kind: 'outside'; seq: number };

/** Checks one event against the one before it: changed, removed and reordered events are found. */
export function checkLink(
  event: ChainedEvent,
  before: { seq: number; hash: string },
): ChainFault | undefined {
  if (event.seq !== before.seq + 1) return { kind: 'missing', seq: before.seq + 1 };
  if (event.previousHash !== before.hash) return { kind: 'unlinked', seq: event.seq };
  if (eventHash(event) !== event.hash) return { kind: 'changed', seq: event.seq };
  return undefined;
}
