import { describe, expect, it } from 'vitest';
import { eventHash, GENESIS, type ChainedEvent } from './chain';
import { checkExport, exportLines, type ExportLine } from './export-format';

const MOMENTS = [
  '2026-12-30T16:59:59.000Z',
  '2026-12-30T17:00:00.000Z',
  '2026-12-31T16:59:59.999Z',
  '2026-12-31T17:00:00.000Z',
];

function chain(): ChainedEvent[] {
  const events: ChainedEvent[] = [];
  for (const [index, at] of MOMENTS.entries()) {
    const event = {
      seq: index + 1,
      at,
      action: 'material.approve',
      actor: 'u1',
      actorName: 'Lan',
      subject: `materials/${String(index)}`,
      detail: { reasons: ['rõ ràng'] },
      previousHash: events.at(-1)?.hash ?? GENESIS,
    };
    events.push({ ...event, hash: eventHash(event) });
  }
  return events;
}

async function* each<T>(items: T[]): AsyncGenerator<T> {
  await Promise.resolve();
  yield* items;
}

async function exported(events = chain()): Promise<ExportLine[]> {
  const lines: ExportLine[] = [];
  for await (const line of exportLines(each(events), new Date('2027-01-01T00:00:00Z')))
    lines.push(line);
  return lines;
}
const check = (lines: ExportLine[]) => checkExport(each(lines.map((line) => JSON.stringify(line))));

describe('the exported audit trail', () => {
  it('has a head for each day in Hanoi, which ends at its midnight', async () => {
    const events = chain();
    const { heads, ...rest } = await check(await exported());
    expect(heads.map(({ day, seq }) => [day, seq])).toEqual([
      ['2026-12-30', 1],
      ['2026-12-31', 3],
      ['2027-01-01', 4],
    ]);
    expect(rest).toEqual({
      events: 4,
      head: { seq: 4, hash: events[3]?.hash },
      fault: undefined,
    });
  });

  it('of a chain without any event holds too', async () => {
    expect(await check(await exported([]))).toMatchObject({
      events: 0,
      heads: [],
      fault: undefined,
    });
  });

  it('shows a changed event', async () => {
    const lines = await exported();
    const forged = lines.map((line) =>
      line.kind === 'event' && line.seq === 2 ? { ...line, actorName: 'Bảo' } : line,
    );
    expect((await check(forged)).fault).toEqual({ kind: 'changed', seq: 2 });
  });

  it('shows a removed event', async () => {
    const lines = await exported();
    const rest = lines.filter((line) => !(line.kind === 'event' && line.seq === 2));
    expect((await check(rest)).fault).toEqual({ kind: 'missing', seq: 2 });
  });

  it('shows that its end was cut off', async () => {
    const lines = await exported();
    expect((await check(lines.slice(0, -1))).fault).toEqual({ kind: 'cut_off', line: 9 });
  });

  it('shows that its last events were cut out before its end', async () => {
    const lines = await exported();
    const rest = lines.filter((line) => !(line.kind === 'event' && line.seq === 4));
    expect((await check(rest)).fault).toEqual({ kind: 'wrong_head', line: 7 });
  });

  it('is not taken for one when it is something else', async () => {
    const lines = ['{"a": 1}', 'Biên bản'];
    for (const line of lines) {
      expect((await checkExport(each([line]))).fault).toEqual({ kind: 'not_an_export', line: 1 });
    }
    expect((await checkExport(each([]))).fault).toEqual({ kind: 'cut_off', line: 1 });
  });
});
