import { describe, expect, it } from 'vitest';
import {
  dueDay,
  firstDayInTime,
  holidaysAreKnown,
  isWorkingDay,
  workingDaysBetween,
} from './working-days';

describe('the review clock', () => {
  it('does not count weekends', () => {
    // 2026-11-20 is a Friday.
    expect(isWorkingDay('2026-11-20')).toBe(true);
    expect(isWorkingDay('2026-11-21')).toBe(false);
    expect(isWorkingDay('2026-11-22')).toBe(false);
    expect(workingDaysBetween('2026-11-20', '2026-11-23')).toBe(1);
  });

  it('does not count the fixed holidays', () => {
    for (const day of ['2026-01-01', '2026-04-30', '2026-05-01', '2026-09-02']) {
      expect(isWorkingDay(day), day).toBe(false);
    }
  });

  it('does not count from the day itself, and gives the day a step is due', () => {
    expect(workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0);
    expect(dueDay('2026-11-20', 5)).toBe('2026-11-27');
    expect(dueDay('2026-11-21', 1)).toBe('2026-11-23');
  });

  it('finds the day from which on nothing is overdue', () => {
    // Due five working days later, so on the Thursday itself the step of last Thursday is in time.
    expect(firstDayInTime('2026-11-26')).toBe('2026-11-19');
    for (const today of ['2026-11-26', '2026-02-23', '2027-01-04', '2026-05-04']) {
      const first = firstDayInTime(today);
      const before = new Date(Date.parse(`${first}T00:00:00Z`) - 86_400_000);
      expect(dueDay(first) >= today, today).toBe(true);
      expect(dueDay(before.toISOString().slice(0, 10)) < today, today).toBe(true);
    }
  });

  it('knows for which years Tết was entered', () => {
    expect(holidaysAreKnown(2026)).toBe(true);
    expect(holidaysAreKnown(2090)).toBe(false);
  });
});
