import type { Payload } from 'payload';
import { readMarks } from '../../platform/health/marks';
import { askedFindings, databaseFinding } from './asked-parts';
import { auditFinding } from './audit-part';
import type { HealthContext } from './context';
import { PARTS, type Finding } from './finding';
import { backupFinding, fixityFinding } from './kept-parts';
import { diskFinding, holidaysFinding, migrationsFinding, scannerFinding } from './other-parts';
import { sweepFinding } from './sweep-part';
import { takedownsFinding } from './takedowns-part';
import { inboxFinding, outboxFinding, workerFinding } from './work-parts';

/**
 * Every part of the system: the one list that the health screen and `cli doctor` show. Cheap enough
 * to be asked again each minute; what takes long (the whole chain, every file) is kept from its last run.
 */
export async function examine(input: { payload: Payload; serving: boolean }): Promise<Finding[]> {
  const database = await databaseFinding(input.payload);
  if (database.status === 'fault') return [database];
  const context: HealthContext = { ...input, marks: await readMarks(input.payload) };
  const findings = await Promise.all([
    migrationsFinding(context),
    outboxFinding(context),
    inboxFinding(context),
    takedownsFinding(context),
    sweepFinding(context),
    diskFinding(),
    backupFinding(context),
    fixityFinding(context),
    auditFinding(context),
  ]);
  const all = [
    database,
    workerFinding(context),
    ...findings,
    ...(await askedFindings(context)),
    holidaysFinding(),
    scannerFinding(),
  ];
  return all.sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part));
}
