import type { Payload, Where } from 'payload';
import { lastVerified } from '../../audit/last-verified';
import { now } from '../../platform/clock';
import { ageOf, type HealthContext } from './context';
import type { Finding } from './finding';

/** The worker seals within a second; what waits for a minute is an alarm. */
const UNSEALED_MS = 60_000;

async function firstEvent(payload: Payload, where: Where, sort: string) {
  const found = await payload.find({ collection: 'audit-events', where, sort, limit: 1, depth: 0 });
  return found.docs[0];
}

/** The chain's head, the tail that is not sealed yet, and what the last walk along it found. */
export async function auditFinding({ payload, serving }: HealthContext): Promise<Finding> {
  const unsealed: Where = { seq: { exists: false } };
  const head = await firstEvent(payload, { seq: { exists: true } }, '-seq');
  const oldest = await firstEvent(payload, unsealed, 'createdAt');
  const waiting = (await payload.count({ collection: 'audit-events', where: unsealed })).totalDocs;
  const late = oldest !== undefined && ageOf(oldest.createdAt, now()) > UNSEALED_MS;
  const broken = (await lastVerified(payload))?.fault;
  const [code, remedy] = broken
    ? ['chainBroken', 'auditBroken']
    : late
      ? ['unsealed', 'auditUnsealed']
      : ['sealed', null];
  const params = {
    events: head?.seq ?? 0,
    waiting,
    head: (head?.hash ?? '').slice(0, 16),
    seq: broken?.seq ?? 0,
  };
  return {
    part: 'audit',
    status: broken || (late && serving) ? 'fault' : late ? 'warning' : 'ok',
    lastWorkedAt: head?.updatedAt ?? null,
    detail: { code: code ?? 'sealed', params },
    remedy: remedy ?? null,
  };
}
