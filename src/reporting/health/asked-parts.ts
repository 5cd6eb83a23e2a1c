import type { Payload, Where } from 'payload';
import { now } from '../../platform/clock';
import { ASKED, type AskedPart } from '../../platform/health/marks';
import { ok, tried, type Part } from '../../platform/health/tried';
import { partsToAsk } from './ask-parts';
import { later, type HealthContext } from './context';
import type { Finding } from './finding';
import { searchFinding } from './search-part';

/** The database is asked first: without it there is nothing else to say. */
export async function databaseFinding(payload: Payload): Promise<Finding> {
  const { status } = await tried(() =>
    payload.count({ collection: 'departments' }).then(() => ok()),
  );
  const up = status === 'ok';
  return {
    part: 'database',
    status: up ? 'ok' : 'fault',
    lastWorkedAt: up ? now().toISOString() : null,
    detail: { code: up ? 'answers' : 'silent' },
    remedy: up ? null : 'database',
  };
}

async function lastDone(payload: Payload, topic: string): Promise<string | undefined> {
  const where: Where = { and: [{ topic: { equals: topic } }, { status: { equals: 'done' } }] };
  const found = await payload.find({
    collection: 'outbox',
    where,
    sort: '-doneAt',
    limit: 1,
    depth: 0,
  });
  return found.docs[0]?.doneAt ?? undefined;
}

/** Effects that show that the part worked, however it answers when asked. */
const PROOF: Partial<Record<AskedPart, string>> = { mail: 'mail.send', search: 'search.sync' };

async function lastSeen(
  { payload, marks }: HealthContext,
  part: AskedPart,
): Promise<string | null> {
  const proof = PROOF[part];
  return later(marks.parts[part], proof && (await lastDone(payload, proof)));
}

/** What a part may say of itself besides nothing; the words have this name. */
const KNOWN: Record<string, string> = { storage_not_mounted: 'notMounted', empty: 'copyEmpty' };

async function askedFinding(
  context: HealthContext,
  part: AskedPart,
  answer: Part | undefined,
): Promise<Finding> {
  const seen = await lastSeen(context, part);
  if (!answer)
    return {
      part,
      status: 'off',
      lastWorkedAt: null,
      detail: { code: `${part}Off` },
      remedy: null,
    };
  const up = answer.status === 'ok';
  const known = answer.detail ? KNOWN[answer.detail] : undefined;
  return {
    part,
    status: up ? 'ok' : 'fault',
    lastWorkedAt: up ? now().toISOString() : seen,
    detail: { code: up ? 'answers' : (known ?? 'silent') },
    remedy: up ? null : (known ?? part),
  };
}

/** Storage, its copy, search and mail, each asked now. */
export async function askedFindings(context: HealthContext): Promise<Finding[]> {
  const asks = partsToAsk();
  return await Promise.all(
    ASKED.map(async (part) =>
      part === 'search'
        ? searchFinding(context, await asks.search(), await lastSeen(context, part))
        : askedFinding(context, part, await asks[part]?.()),
    ),
  );
}
