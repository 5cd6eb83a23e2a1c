import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Payload } from 'payload';
import { compareExport, type ExportDifference } from '../audit/compare-export';
import { checkExport, exportLines, type ExportFault } from '../audit/export-format';
import { sealedEvents } from '../audit/sealed-events';
import { now } from '../platform/clock';
import { AppError } from '../platform/errors';
import { withPayload } from './open';

const say = (text: string) => process.stdout.write(`${text}\n`);

async function write(payload: Payload, file: string): Promise<number> {
  // An earlier export is what a later one is held against: never written over.
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  await once(out, 'open');
  let last = '';
  for await (const line of exportLines(sealedEvents(payload), now())) {
    if (line.kind === 'end') last = `${String(line.seq)} events, head ${line.hash}`;
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  say(`Wrote ${last} to ${file}. Keep it where who has the database cannot change it.`);
  return 0;
}

const FAULTS: Record<ExportFault['kind'], string> = {
  changed: 'event was changed',
  missing: 'event is missing',
  unlinked: 'event does not follow from the one before',
  outside: 'event has a number that the trail never gives',
  not_an_export: 'line is not of an exported audit trail',
  cut_off: 'line should follow: the file was cut off',
  wrong_head: 'line names another newest event than the one before it: events were cut out',
};

function differenceText(difference: ExportDifference, events: number): string {
  if (difference.kind === 'nothing_to_compare')
    return 'the file has no event: nothing was compared with the database';
  if (difference.kind === 'count')
    return `the database has ${String(difference.found)} of the ${String(events)} events up to the end of the file: its trail was changed`;
  const when = difference.day ? `on ${difference.day}` : 'when the file was written';
  return `the database no longer has event ${String(difference.seq)} as it was ${when}: its trail was cut off or written anew`;
}

/** Holds an earlier file against itself and the database; the code to exit with. */
export async function verifyFile(payload: Payload, file: string): Promise<number> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  const report = await checkExport(lines);
  const { events, head, heads, fault } = report;
  if (fault) {
    say(
      `BAD  the file: ${'seq' in fault ? String(fault.seq) : String(fault.line)}: ${FAULTS[fault.kind]}`,
    );
    return 1;
  }
  say(`ok   the file: ${String(events)} events, ${String(heads.length)} days, head ${head.hash}`);
  const difference = await compareExport(payload, report);
  if (difference) {
    say(`BAD  ${differenceText(difference, events)}`);
    return 1;
  }
  say('ok   the database still has all these events, the newest of each day and of the file');
  return 0;
}

/** Writes the audit trail to a file, or holds an earlier file against itself and the database. */
export async function audit(values: { to?: string; verify?: string }): Promise<number> {
  const { to, verify: file } = values;
  if ((to === undefined) === (file === undefined))
    throw new AppError('invalid_input', {
      errors: [{ field: '--to, --verify', code: 'one of the two is needed' }],
    });
  return await withPayload((payload) =>
    to === undefined ? verifyFile(payload, file ?? '') : write(payload, to),
  );
}
