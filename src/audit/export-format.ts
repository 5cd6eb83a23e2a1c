import { hanoiDate } from '../platform/clock';
import { checkLink, GENESIS, type ChainedEvent, type ChainFault } from './chain';

/** The newest event of a calendar day in Hanoi. Kept elsewhere, it shows later that nothing was cut off. */
export interface DailyHead {
  day: string;
  seq: number;
  hash: string;
}

interface Head {
  seq: number;
  hash: string;
}

export type ExportLine =
  | { kind: 'start'; format: 1; exportedAt: string }
  | ({ kind: 'event' } & ChainedEvent)
  | ({ kind: 'day' } & DailyHead)
  | ({ kind: 'end' } & Head);

/** Only what the hash is made of: who reads the file computes it again. */
function eventLine(event: ChainedEvent): ExportLine {
  const { seq, at, action, actor, actorName, subject, detail, previousHash, hash } = event;
  return {
    kind: 'event',
    seq,
    at: new Date(at).toISOString(),
    action,
    actor: actor ?? null,
    actorName: actorName ?? null,
    subject,
    detail: detail ?? null,
    previousHash,
    hash,
  };
}

/**
 * The chain as JSON lines: `start`, every sealed event in order, after the last one of each day in
 * Hanoi its head, `end` with the head of all.
 */
export async function* exportLines(
  events: AsyncIterable<ChainedEvent>,
  exportedAt: Date,
): AsyncGenerator<ExportLine> {
  yield { kind: 'start', format: 1, exportedAt: exportedAt.toISOString() };
  let head: Head = { seq: 0, hash: GENESIS };
  let day: string | undefined;
  for await (const event of events) {
    const own = hanoiDate(new Date(event.at));
    if (day !== undefined && own !== day) yield { kind: 'day', day, ...head };
    day = own;
    head = { seq: event.seq, hash: event.hash };
    yield eventLine(event);
  }
  if (day !== undefined) yield { kind: 'day', day, ...head };
  yield { kind: 'end', ...head };
}

export type ExportFault =
  | ChainFault
  | { kind: 'not_an_export'; line: number }
  | { kind: 'cut_off'; line: number }
  | { kind: 'wrong_head'; line: number };

export interface ExportReport {
  events: number;
  head: Head;
  heads: DailyHead[];
  fault: ExportFault | undefined;
}

function parse(text: string): ExportLine | undefined {
  try {
    const line = JSON.parse(text) as ExportLine | null;
    return typeof line === 'object' && line !== null && 'kind' in line ? line : undefined;
  } catch {
    return undefined;
  }
}

const isHead = (line: Head, head: Head) => line.seq === head.seq && line.hash === head.hash;

/** Whether a file that was exported holds by itself, from its first event to its end. */
export async function checkExport(texts: AsyncIterable<string>): Promise<ExportReport> {
  const report: ExportReport = {
    events: 0,
    head: { seq: 0, hash: GENESIS },
    heads: [],
    fault: undefined,
  };
  let number = 0;
  let ended = false;
  for await (const text of texts) {
    number += 1;
    const line = parse(text);
    const begun = number > 1 || (line?.kind === 'start' && line.format === 1);
    if (!line || !begun || ended) report.fault = { kind: 'not_an_export', line: number };
    else if (line.kind === 'event') take(report, line);
    else if (line.kind !== 'start') {
      if (!isHead(line, report.head)) report.fault = { kind: 'wrong_head', line: number };
      else if (line.kind === 'day')
        report.heads.push({ day: line.day, seq: line.seq, hash: line.hash });
      else ended = true;
    }
    if (report.fault) return report;
  }
  if (!ended) report.fault = { kind: 'cut_off', line: number + 1 };
  return report;
}

function take(report: ExportReport, event: ChainedEvent): void {
  report.fault = checkLink(event, report.head);
  if (report.fault) return;
  report.events += 1;
  report.head = { seq: event.seq, hash: event.hash };
}
