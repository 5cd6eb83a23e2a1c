import { describe, expect, it } from 'vitest';
import { checkLink, eventHash, GENESIS, type ChainedEvent, type ChainFault } from './chain';

function chain(length: number): ChainedEvent[] {
  const events: ChainedEvent[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const event = {
      seq,
      at: `2026-01-01T00:00:0${String(seq % 10)}.000Z`,
      action: 'material.edit',
      actor: 'u1',
      actorName: 'Lan',
      subject: `materials/${String(seq)}`,
      detail: { fields: ['title'], b: 1, a: 2 },
      previousHash: events.at(-1)?.hash ?? GENESIS,
    };
    events.push({ ...event, hash: eventHash(event) });
  }
  return events;
}
function walk(events: ChainedEvent[]): ChainFault | undefined {
  let head = { seq: 0, hash: GENESIS };
  for (const event of events) {
    const fault = checkLink(event, head);
    if (fault) return fault;
    head = event;
  }
  return undefined;
}

describe('the audit chain', () => {
  it('holds as it was written', () => {
    expect(walk(chain(5))).toBeUndefined();
  });

  it('does not depend on the order of keys or the zone a date is written in', () => {
    const [event] = chain(1);
    if (!event) throw new Error('no event');
    expect(eventHash({ ...event, detail: { a: 2, b: 1, fields: ['title'] } })).toBe(event.hash);
    expect(eventHash({ ...event, at: '2026-01-01T07:00:01.000+07:00' })).toBe(event.hash);
  });

  const changes: [string, Partial<ChainedEvent>][] = [
    ['moment', { at: '2026-01-01T00:00:09.000Z' }],
    ['action', { action: 'material.approve' }],
    ['actor', { actor: 'u2' }],
    ['actor’s name', { actorName: 'Bảo' }],
    ['subject', { subject: 'materials/9' }],
    ['detail', { detail: { fields: [] } }],
  ];
  it.each(changes)('finds a changed %s', (_name, change) => {
    const events = chain(5).map((event) => (event.seq === 3 ? { ...event, ...change } : event));
    expect(walk(events)).toEqual({ kind: 'changed', seq: 3 });
  });

  it('finds a changed event whose own hash was made to fit', () => {
    const events = chain(5).map((event) => {
      if (event.seq !== 3) return event;
      const forged = { ...event, actor: 'u2' };
      return { ...forged, hash: eventHash(forged) };
    });
    expect(walk(events)).toEqual({ kind: 'unlinked', seq: 4 });
  });

  it('finds a removed event, also the first', () => {
    expect(walk(chain(5).filter(({ seq }) => seq !== 3))).toEqual({ kind: 'missing', seq: 3 });
    expect(walk(chain(5).slice(1))).toEqual({ kind: 'missing', seq: 1 });
  });

  it('finds a removed event even when the rest was numbered anew', () => {
    const events = chain(5)
      .filter(({ seq }) => seq !== 3)
      .map((event, index) => ({ ...event, seq: index + 1 }));
    expect(walk(events)).toEqual({ kind: 'unlinked', seq: 3 });
  });

  it('finds two events that changed places', () => {
    const events = chain(5);
    const [second, third] = [events[1], events[2]];
    if (!second || !third) throw new Error('no events');
    const swapped = [events[0], { ...third, seq: 2 }, { ...second, seq: 3 }, ...events.slice(3)];
    expect(walk(swapped as ChainedEvent[])).toEqual({ kind: 'unlinked', seq: 2 });
  });

  it('cannot see from the rest alone that its end was cut off: that takes the head noted before', () => {
    const whole = chain(5);
    const cut = whole.slice(0, 3);
    expect(walk(cut)).toBeUndefined();
    expect(cut.at(-1)?.hash).not.toBe(whole.at(-1)?.hash);
  });
});
