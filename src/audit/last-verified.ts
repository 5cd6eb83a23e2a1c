import type { Payload } from 'payload';
import { now } from '../platform/clock';
import { keepValue } from '../platform/keep-value';
import { verifyChain, type ChainReport } from './verify';

/** Of the last walk along the whole chain: reading it all is too much for each look at a screen. */
export interface ChainState {
  endedAt: string;
  events: number;
  fault?: { seq: number; kind: string };
}

const KEY = 'audit-chain';

export async function lastVerified(payload: Payload): Promise<ChainState | undefined> {
  return (await payload.kv.get<ChainState>(KEY)) ?? undefined;
}

/** Walks the whole chain and keeps what was found. */
export async function verifyAndKeep(payload: Payload): Promise<ChainReport> {
  const report = await verifyChain(payload);
  const { events, fault } = report;
  const state: ChainState = {
    endedAt: now().toISOString(),
    events,
    ...(fault ? { fault: { seq: fault.seq, kind: fault.kind } } : {}),
  };
  await keepValue(payload, KEY, state as never);
  return report;
}
