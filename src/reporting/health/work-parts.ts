import type { Payload, Where } from 'payload';
import { now } from '../../platform/clock';
import { WORKER_SILENT_MS } from '../../platform/health/marks';
import { shownMoment } from '../../platform/shown-date';
import { ageOf, later, type HealthContext } from './context';
import type { Finding } from './finding';

/** One worker leads; others may stand by. */
export function workerFinding({ marks, serving }: HealthContext): Finding {
  const fresh = marks.workers.filter(({ at }) => ageOf(at, now()) < WORKER_SILENT_MS);
  const leads = fresh.some(({ leads }) => leads);
  const standby = fresh.filter(({ leads }) => !leads).length;
  return {
    part: 'worker',
    status: leads ? 'ok' : serving ? 'fault' : 'warning',
    lastWorkedAt: later(...marks.workers.filter(({ leads }) => leads).map(({ at }) => at)),
    detail: leads ? { code: 'leads', params: { standby } } : { code: 'noWorker' },
    remedy: leads ? null : 'worker',
  };
}

/** Effects are tried again for more than a day: waiting this long says that something is out. */
const LATE_MS = 10 * 60_000;

/** A planned publication waits for its hour and is not late before it. */
function lateWhere(): Where {
  const before = new Date(now().getTime() - LATE_MS).toISOString();
  const due: Where[] = [
    { topic: { not_equals: 'publication.scheduled' } },
    { availableAt: { less_than: before } },
  ];
  const all: Where[] = [
    { status: { equals: 'pending' } },
    { createdAt: { less_than: before } },
    { or: due },
  ];
  return { and: all };
}

async function countOf(payload: Payload, where: Where): Promise<number> {
  return (await payload.count({ collection: 'outbox', where })).totalDocs;
}

async function first(payload: Payload, where: Where, sort: string) {
  return (await payload.find({ collection: 'outbox', where, sort, limit: 1, depth: 0 })).docs[0];
}

export async function outboxFinding({ payload }: HealthContext): Promise<Finding> {
  const failed = await countOf(payload, { status: { equals: 'failed' } });
  const waiting = await countOf(payload, { status: { equals: 'pending' } });
  const late = await first(payload, lateWhere(), 'createdAt');
  const done = await first(payload, { status: { equals: 'done' } }, '-doneAt');
  const minutes = late ? Math.floor(ageOf(late.createdAt, now()) / 60_000) : 0;
  const code = failed > 0 ? 'effectsFailed' : late ? 'effectsLate' : 'effects';
  return {
    part: 'outbox',
    status: failed > 0 ? 'fault' : late ? 'warning' : 'ok',
    lastWorkedAt: done?.doneAt ?? null,
    detail: { code, params: { waiting, failed, minutes } },
    remedy: code === 'effects' ? null : code,
  };
}

/** What the public wrote is received within a second; what waits as long as this will not go by itself. */
const INBOX_LATE_MS = 10 * 60_000;

const waitingWhere: Where = { processedAt: { exists: false } };

async function firstReceived(payload: Payload, where: Where, sort: string) {
  return (await payload.find({ collection: 'inbox', where, sort, limit: 1, depth: 0 })).docs[0];
}

/** Notices of infringement have days in law: that one is not read must not be seen only in the log. */
export async function inboxFinding({ payload, serving }: HealthContext): Promise<Finding> {
  const waiting = (await payload.count({ collection: 'inbox', where: waitingWhere })).totalDocs;
  const oldest = await firstReceived(payload, waitingWhere, 'receivedAt');
  const done = await firstReceived(payload, { processedAt: { exists: true } }, '-processedAt');
  const late = oldest !== undefined && ageOf(oldest.receivedAt, now()) > INBOX_LATE_MS;
  const since = oldest ? shownMoment(oldest.receivedAt) : '';
  return {
    part: 'inbox',
    status: late ? (serving ? 'fault' : 'warning') : 'ok',
    lastWorkedAt: done?.processedAt ?? null,
    detail: { code: late ? 'inboxLate' : 'inbox', params: { waiting, since } },
    remedy: late ? 'inboxLate' : null,
  };
}
