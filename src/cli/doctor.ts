import type { Payload } from 'payload';
import { verifyAndKeep } from '../audit/last-verified';
import { runFixity } from '../platform/backup/fixity';
import { terminalProgress } from '../platform/backup/progress';
import { isAppError } from '../platform/errors';
import type { Storage } from '../platform/storage/port';
import { openStorage } from '../platform/storage/own-storage';
import { examine } from '../reporting/health/examine';
import type { Finding } from '../reporting/health/finding';
import { worst } from '../reporting/health/health-view';
import { wordsOf } from '../reporting/health/words';
import { withPayload } from './open';

const SIGNS = { ok: 'ok  ', off: 'off ', warning: 'SEE ', fault: 'BAD ' };

const STORAGE_IS_OUT = new Set<string>(['storage_not_mounted', 'unavailable']);

/** Walks the whole audit chain and reads every stored file, which mends nothing, then looks at every part. */
export async function examineAll(payload: Payload, storage: Storage): Promise<Finding[]> {
  await verifyAndKeep(payload);
  try {
    await runFixity({ payload, storage, progress: terminalProgress() });
  } catch (error) {
    // The storage's own line says it.
    if (!isAppError(error) || !STORAGE_IS_OUT.has(error.code)) throw error;
  }
  return await examine({ payload, serving: false });
}

function say(finding: Finding): void {
  const { label, detail, remedy } = wordsOf('en', finding);
  const last = finding.lastWorkedAt === null ? '' : ` (last worked ${finding.lastWorkedAt})`;
  process.stdout.write(`${SIGNS[finding.status]} ${label.padEnd(16)} ${detail}${last}\n`);
  if (remedy !== null) process.stdout.write(`     ${' '.repeat(16)} → ${remedy}\n`);
}

/** The parts as the health screen shows them; exit code 1 when one is out. */
export async function doctor(): Promise<number> {
  return await withPayload(async (payload) => {
    const findings = await examineAll(payload, await openStorage(payload));
    findings.forEach(say);
    return worst(findings) === 'fault' ? 1 : 0;
  });
}
