import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { verifyChain } from '../audit/verify';
import { hanoiDate, now } from '../platform/clock';
import { getStorage } from '../platform/storage/storage';
import { holidaysAreKnown } from '../review/working-days';
import { withPayload } from './open';

interface Finding {
  part: string;
  ok: boolean;
  detail: string;
}

async function auditChain(payload: Payload): Promise<Finding> {
  const { events, unsealed, fault, head } = await verifyChain(payload);
  return {
    part: 'audit chain',
    ok: fault === undefined,
    detail: fault
      ? `event ${String(fault.seq)} is ${fault.kind}: restore the database from a backup and compare`
      : `${String(events)} events, ${String(unsealed)} not sealed yet, head ${head.hash.slice(0, 16)}`,
  };
}

/** Every stored object against the hash its row names. */
async function storedFiles(payload: Payload): Promise<Finding> {
  const storage = getStorage();
  const checked = new Set<string>();
  const bad: string[] = [];
  for (const collection of ['files', 'evidence'] as const) {
    const found = await payload.find({ collection, depth: 0, pagination: false });
    for (const { storageKey, sha256 } of found.docs) {
      if (checked.has(storageKey)) continue;
      checked.add(storageKey);
      if (!(await storage.head(storageKey))) {
        bad.push(`${storageKey} is missing`);
        continue;
      }
      const hash = createHash('sha256');
      for await (const chunk of await storage.open(storageKey)) hash.update(chunk as Buffer);
      if (hash.digest('hex') !== sha256) bad.push(`${storageKey} has changed`);
    }
  }
  return {
    part: 'stored files',
    ok: bad.length === 0,
    detail:
      bad.length === 0
        ? `${String(checked.size)} objects match their SHA-256`
        : `${bad.slice(0, 5).join('; ')}${bad.length > 5 ? ` and ${String(bad.length - 5)} more` : ''}: restore them from a backup`,
  };
}

async function outbox(payload: Payload): Promise<Finding> {
  const count = async (status: 'pending' | 'failed') =>
    (await payload.count({ collection: 'outbox', where: { status: { equals: status } } }))
      .totalDocs;
  const failed = await count('failed');
  return {
    part: 'outbox',
    ok: failed === 0,
    detail: `${String(await count('pending'))} waiting, ${String(failed)} given up${failed ? ': see lastError in the outbox' : ''}`,
  };
}

const MONTH_MS = 30 * 24 * 3_600_000;

/** The review clock counts on holidays that the government announces year by year. */
function holidays(): Finding {
  const years = [now(), new Date(now().getTime() + MONTH_MS)].map((day) =>
    Number(hanoiDate(day).slice(0, 4)),
  );
  const unknown = [...new Set(years)].filter((year) => !holidaysAreKnown(year));
  return {
    part: 'holidays',
    ok: unknown.length === 0,
    detail:
      unknown.length === 0
        ? `entered for ${[...new Set(years)].join(' and ')}`
        : `not entered for ${unknown.join(' and ')}: enter them in src/review/data/holidays.json`,
  };
}

export async function doctor(): Promise<number> {
  return await withPayload(async (payload) => {
    const findings = [
      await auditChain(payload),
      await storedFiles(payload),
      await outbox(payload),
      holidays(),
    ];
    for (const { part, ok, detail } of findings) {
      process.stdout.write(`${ok ? 'ok  ' : 'BAD '} ${part.padEnd(14)} ${detail}\n`);
    }
    return findings.every(({ ok }) => ok) ? 0 : 1;
  });
}
