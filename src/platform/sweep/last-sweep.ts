import type { Payload } from 'payload';
import { now } from '../clock';
import { keepValue } from '../keep-value';
import type { Sweep } from './sweep';
import { SWEEP_KEY } from './sweep-key';

/** Of the last walk that came to its end. */
export interface LastSweep {
  endedAt: string;
  /** When one last ended without a failed piece; null while none did. */
  succeededAt: string | null;
  done: number;
  failed: number;
}

export async function lastSweep(payload: Payload): Promise<LastSweep | undefined> {
  return (await payload.kv.get<LastSweep>(SWEEP_KEY)) ?? undefined;
}

export async function keepSweep({ payload, done, failed }: Sweep): Promise<void> {
  const endedAt = now().toISOString();
  const before = await lastSweep(payload);
  const succeededAt = failed === 0 ? endedAt : (before?.succeededAt ?? null);
  await keepValue(payload, SWEEP_KEY, { endedAt, succeededAt, done, failed });
}
