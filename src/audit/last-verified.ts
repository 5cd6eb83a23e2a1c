import type { Payload } from 'payload';
import { now } from '../platform/clock';
import { keepValue } from '../platform/keep-value';
import type { ChainFault } from './chain';
import { lostHead, verifyChain, type ChainReport } from './verify';

/** Of the last walk along the whole chain: reading it all is too much for each look at a screen. */
export interface ChainState {
  endedAt: string;
  events: number;
  /** The end of the chain as it was found whole: it may grow, and never be cut off again. */
  head?: { seq: number; hash: string };
  fault?: { seq: number; kind: ChainFault['kind'] | 'cut' };
}

const KEY = 'audit-chain';

export async function lastVerified(payload: Payload): Promise<ChainState | undefined> {
  return (await payload.kv.get<ChainState>(KEY)) ?? undefined;
}

/**
 * Walks the whole chain and keeps what was found. The chain itself cannot tell that its end is gone:
 * the head that was kept the time before can.
 */
export async function verifyAndKeep(
  payload: Payload,
): Promise<Omit<ChainReport, 'fault'> & { fault: ChainState['fault'] }> {
  const before = (await lastVerified(payload))?.head;
  const report = await verifyChain(payload);
  const lost = before && (await lostHead(payload, [before]));
  const cut = lost ? { seq: lost.seq, kind: 'cut' as const } : undefined;
  const found = report.fault && { seq: report.fault.seq, kind: report.fault.kind };
  const fault = found ?? cut;
  const head = fault ? before : report.head;
  const state: ChainState = {
    endedAt: now().toISOString(),
    events: report.events,
    ...(head && head.seq > 0 ? { head } : {}),
    ...(fault ? { fault } : {}),
  };
  await keepValue(payload, KEY, state as never);
  return { ...report, fault };
}
