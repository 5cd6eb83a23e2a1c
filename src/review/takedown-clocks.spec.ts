import { describe, expect, it } from 'vitest';
import { clockRuns, nextDue, takedownClocks, TAKEDOWN_RULES } from './takedown-clocks';

describe('the clocks of a notice of infringement', () => {
  const receivedAt = '2026-11-27T03:00:00.000Z';

  it('give anybody 72 hours for the precaution and ten working days for the decision', () => {
    expect(takedownClocks({ receivedAt, capacity: 'author' })).toEqual([
      { code: 'precaution', dueAt: '2026-11-30T03:00:00.000Z' },
      { code: 'decision', dueAt: '2026-12-11T16:59:59.000Z' },
    ]);
  });

  it('give an authority 24 hours', () => {
    expect(takedownClocks({ receivedAt, capacity: 'authority' })[0]).toEqual({
      code: 'authority',
      dueAt: '2026-11-28T03:00:00.000Z',
    });
  });

  it('count working days from the day in Hanoi', () => {
    const late = { receivedAt: '2026-11-26T18:00:00.000Z', capacity: 'other' as const };
    expect(takedownClocks(late).at(-1)?.dueAt).toBe('2026-12-11T16:59:59.000Z');
  });

  it('run until what they wait for has happened', () => {
    const clocks = takedownClocks({ receivedAt, capacity: 'owner' });
    expect(nextDue(clocks, 'received')).toBe('2026-11-30T03:00:00.000Z');
    expect(nextDue(clocks, 'withdrawn_precautionary')).toBe('2026-12-11T16:59:59.000Z');
    expect(nextDue(clocks, 'decided')).toBeNull();
    expect(clockRuns('precaution', 'withdrawn_precautionary')).toBe(false);
  });

  it('say by which rules, and that nobody has checked those against the law', () => {
    expect(TAKEDOWN_RULES).toEqual({ version: 'takedown-2026-11', unverified: true });
  });
});
