import type { Payload } from 'payload';
import { verifyChain } from '../audit/verify';
import { hanoiDate, now } from '../platform/clock';
import { runFixity } from '../platform/backup/fixity';
import type { Storage } from '../platform/storage/port';
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

const SHOWN = 5;

/** Every stored object against the hash its record names; counts as a run of `fixity`. */
async function storedFiles(payload: Payload, storage: Storage): Promise<Finding> {
  const { objects, faults, examples } = await runFixity({ payload, storage });
  const bad = examples.slice(0, SHOWN).map(({ key, fault }) => `${key} is ${fault}`);
  const more = faults > SHOWN ? ` and ${String(faults - SHOWN)} more` : '';
  return {
    part: 'stored files',
    ok: faults === 0,
    detail:
      faults === 0
        ? `${String(objects)} objects match their SHA-256`
        : `${bad.join('; ')}${more}: run fixity with STORAGE_COPY_URL, or restore them from a backup`,
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

export async function examine(payload: Payload, storage: Storage): Promise<Finding[]> {
  return [
    await auditChain(payload),
    await storedFiles(payload, storage),
    await outbox(payload),
    holidays(),
  ];
}

export async function doctor(): Promise<number> {
  return await withPayload(async (payload) => {
    const findings = await examine(payload, getStorage());
    for (const { part, ok, detail } of findings) {
      process.stdout.write(`${ok ? 'ok  ' : 'BAD '} ${part.padEnd(14)} ${detail}\n`);
    }
    return findings.every(({ ok }) => ok) ? 0 : 1;
  });
}
