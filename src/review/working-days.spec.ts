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

  it.each([
    // [what lies between, from, to, working days, due day of a step of five]
    ['Tết 2026', '2026-02-13', '2026-02-24', 2, '2026-02-27'],
    ['Hùng Kings, 30/4 and 1/5 of 2026', '2026-04-24', '2026-05-04', 3, '2026-05-06'],
    ['1/9 and 2/9 of 2026', '2026-08-31', '2026-09-03', 1, '2026-09-09'],
    ['New Year 2027', '2026-12-31', '2027-01-04', 1, '2027-01-08'],
    ['Tết 2027', '2027-02-04', '2027-02-15', 2, '2027-02-18'],
    ['Hùng Kings 2027', '2027-04-15', '2027-04-19', 1, '2027-04-23'],
    ['30/4 and 1/5 of 2027, a Saturday made up for', '2027-04-29', '2027-05-04', 1, '2027-05-10'],
    ['2/9 and 3/9 of 2027', '2027-09-01', '2027-09-07', 2, '2027-09-10'],
  ])('does not count the days off of %s', (_name, from, to, days, due) => {
    expect(workingDaysBetween(from, to)).toBe(days);
    expect(dueDay(from)).toBe(due);
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
