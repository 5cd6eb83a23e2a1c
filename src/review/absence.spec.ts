import { describe, expect, it } from 'vitest';
import { absenceFaults, isAway } from './absence';

describe('an absence', () => {
  it.each([
    ['nothing was said', {}, false],
    ['it has not begun', { awayFrom: '2026-03-03', awayTo: '2026-03-09' }, false],
    ['its first day', { awayFrom: '2026-03-02', awayTo: '2026-03-09' }, true],
    ['its last day', { awayFrom: '2026-02-01', awayTo: '2026-03-02' }, true],
    ['it has ended', { awayFrom: '2026-02-01', awayTo: '2026-03-01' }, false],
    ['it has no end', { awayFrom: '2026-02-01' }, true],
    ['only its end was said', { awayTo: '2026-03-02' }, true],
  ])('%s', (_when, absence, away) => {
    expect(isAway(absence, '2026-03-02')).toBe(away);
  });

  it('does not end before it begins; one day is an absence', () => {
    const [fault] = absenceFaults({ awayFrom: '2026-03-05', awayTo: '2026-03-02' });
    expect(fault).toMatchObject({ field: 'awayTo', code: 'absence_reversed' });
    expect(absenceFaults({ awayFrom: '2026-03-02', awayTo: '2026-03-02' })).toEqual([]);
    expect(absenceFaults({ awayFrom: '2026-03-05' })).toEqual([]);
  });
});
