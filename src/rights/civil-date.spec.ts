import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isCivilDate, lastDayOf, yearOf } from './civil-date';

describe('dates in law', () => {
  it.each([
    ['2026-12-31', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-12', false],
    ['2026', false],
    ['2026-12-31T00:00:00Z', false],
    ['', false],
  ])('takes %s as a date: %s', (value, expected) => {
    expect(isCivilDate(value)).toBe(expected);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('counts from %s by %i to %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
  });

  it.each([
    ['2026-12-31', '2026-12-31', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2027-01-01', '2026-12-31', -1],
  ])('are so many apart: %s, %s, %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('ends a year on 31 December', () => {
    expect(lastDayOf(2026)).toBe('2026-12-31');
    expect(yearOf('2026-12-31')).toBe(2026);
  });
});
